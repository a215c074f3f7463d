package org.asterism.protocol;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values a service property may have: strings, booleans, longs, doubles and lists of these. */
public final class PropertyValues {

    private PropertyValues() {}

    /**
     * Arrays and collections become lists, whole numbers longs, others doubles, characters strings.
     *
     * @throws IllegalArgumentException if a value is of another type; the message names the key
     */
    public static Map<String, Object> normalized(Map<String, ?> properties) {
        Map<String, Object> result = new HashMap<>();
        properties.forEach((key, value) -> result.put(key, normalized(key, value)));
        return Map.copyOf(result);
    }

    private static Object normalized(String key, Object value) {
        if (value instanceof Collection<?> elements) {
            return listOf(key, elements);
        }
        if (value != null && value.getClass().isArray()) {
            return listOf(key, elementsOf(value));
        }
        return scalar(key, value);
    }

    private static List<Object> elementsOf(Object array) {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(Array.get(array, i));
        }
        return elements;
    }

    private static List<Object> listOf(String key, Collection<?> elements) {
        return elements.stream().map(element -> scalar(key, element)).toList();
    }

    private static Object scalar(String key, Object value) {
        if (value instanceof String || value instanceof Boolean || value instanceof Long || value instanceof Double) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Float number) {
            return number.doubleValue();
        }
        if (value instanceof Character character) {
            return character.toString();
        }
        String type = value == null ? "null" : value.getClass().getName();
        throw new IllegalArgumentException("property '" + key + "' has a value of type " + type);
    }
}
