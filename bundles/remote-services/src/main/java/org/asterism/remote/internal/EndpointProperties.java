package org.asterism.remote.internal;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.asterism.cluster.ServiceEntry;

/**
 * The properties of an endpoint as the service list carries them, and back. In the list a value is a string, boolean, long,
 * double or a list of these. Coming back, a list of strings is a {@code String[]} and {@code service.ranking} an
 * {@code Integer}, because OSGi wants them so.
 */
public final class EndpointProperties {

    static final String OBJECT_CLASS = "objectClass";
    static final String ENDPOINT_ID = "endpoint.id";
    static final String IMPORTED_CONFIGS = "service.imported.configs";
    static final String IMPORTED = "service.imported";
    static final String INTENTS = "service.intents";
    static final String RANKING = "service.ranking";

    /** What is said elsewhere in the entry, or means nothing outside of the framework it comes from. */
    private static final Set<String> LOCAL = Set.of(
            "objectclass",
            ENDPOINT_ID,
            IMPORTED,
            "service.id",
            "service.bundleid",
            "service.scope",
            "service.changecount",
            "component.id",
            "osgi.ds.satisfying.condition.target",
            "felix.fileinstall.filename");

    private EndpointProperties() {}

    /** Whether the entry is an endpoint that is reached over the hub. */
    public static boolean isEndpoint(ServiceEntry entry) {
        return hasConfigType(entry.properties().get(IMPORTED_CONFIGS));
    }

    /** Whether {@code asterism} is among the configuration types. */
    public static boolean hasConfigType(Object configs) {
        return scalars(configs).contains(Endpoints.CONFIG_TYPE);
    }

    /** What of an endpoint's properties goes into the service list. */
    public static Map<String, Object> toList(Map<String, ?> endpoint) {
        Map<String, Object> properties = new HashMap<>();
        endpoint.forEach((key, value) -> {
            if (isPublic(key)) {
                carried(value).ifPresent(carried -> properties.put(key, carried));
            }
        });
        return properties;
    }

    /**
     * What goes into the service list when the properties of a service have changed: what says how the endpoint is reached
     * stays. Aries 1.16.1 forgets most of that with an update (ARIES-2218).
     */
    public static Map<String, Object> updated(Map<String, Object> listed, Map<String, ?> endpoint) {
        Map<String, Object> properties = toList(endpoint);
        listed.forEach((key, value) -> {
            if (key.startsWith("endpoint.")) {
                properties.putIfAbsent(key, value);
            } else if (key.equals(INTENTS)) {
                properties.merge(key, value, (now, before) -> union(before, now));
            }
        });
        return properties;
    }

    /** The properties of the endpoint that an entry describes. */
    public static Map<String, Object> ofList(ServiceEntry entry) {
        Map<String, Object> properties = new HashMap<>();
        entry.properties().forEach((key, value) -> properties.put(key, delivered(key, value)));
        properties.put(OBJECT_CLASS, entry.interfaces().toArray(String[]::new));
        properties.put(ENDPOINT_ID, entry.id());
        properties.put(IMPORTED, true);
        properties.put(Endpoints.MEMBER, entry.member().value());
        return properties;
    }

    private static List<Object> union(Object some, Object more) {
        Set<Object> union = new LinkedHashSet<>(scalars(some));
        union.addAll(scalars(more));
        return List.copyOf(union);
    }

    private static boolean isPublic(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && !name.startsWith("service.exported.") && !LOCAL.contains(name);
    }

    private static Optional<Object> carried(Object value) {
        if (value instanceof Collection<?> || (value != null && value.getClass().isArray())) {
            return Optional.of(scalars(value));
        }
        return scalar(value);
    }

    private static List<Object> scalars(Object value) {
        List<Object> scalars = new ArrayList<>();
        elements(value).forEach(element -> scalar(element).ifPresent(scalars::add));
        return scalars;
    }

    private static Collection<?> elements(Object value) {
        if (value instanceof Collection<?> collection) {
            return collection;
        }
        if (value instanceof Object[] array) {
            return Arrays.asList(array);
        }
        if (value != null && value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(index -> Array.get(value, index))
                    .toList();
        }
        return value == null ? List.of() : List.of(value);
    }

    private static Optional<Object> scalar(Object value) {
        if (value instanceof String || value instanceof Boolean || value instanceof Long || value instanceof Double) {
            return Optional.of(value);
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return Optional.of(((Number) value).longValue());
        }
        if (value instanceof Float number) {
            return Optional.of(number.doubleValue());
        }
        if (value instanceof Character) {
            return Optional.of(value.toString());
        }
        if (value instanceof Enum<?> constant) {
            return Optional.of(constant.name());
        }
        return Optional.empty();
    }

    private static Object delivered(String key, Object value) {
        if (key.equals(RANKING) && value instanceof Number ranking) {
            return ranking.intValue();
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.toArray(String[]::new);
        }
        return value;
    }
}
