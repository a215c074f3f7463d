package org.asterism.deployment.internal;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Properties as one text: a line for each, {@code key=value}, where {@code \\}, {@code \n}, {@code \r} and {@code \=} stand for what they stand for. */
public final class PropertyText {

    private PropertyText() {}

    /** Sorted by key, so that equal properties are equal texts. */
    public static String write(Map<String, String> properties) {
        return new TreeMap<>(properties)
                .entrySet().stream()
                        .map(entry -> escaped(entry.getKey()) + "=" + escaped(entry.getValue()) + "\n")
                        .collect(Collectors.joining());
    }

    /** @throws IllegalArgumentException if {@link #write} never wrote this */
    public static SortedMap<String, String> read(String text) {
        SortedMap<String, String> properties = new TreeMap<>();
        StringBuilder part = new StringBuilder();
        String key = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                part.append(unescaped(text.charAt(++i)));
            } else if (c == '=' && key == null) {
                key = take(part);
            } else if (c == '\n' && key != null) {
                properties.put(key, take(part));
                key = null;
            } else {
                part.append(c);
            }
        }
        if (key != null || part.length() > 0) {
            throw new IllegalArgumentException("properties break off: '" + text + "'");
        }
        return properties;
    }

    private static String take(StringBuilder part) {
        String all = part.toString();
        part.setLength(0);
        return all;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("=", "\\=");
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> c;
        };
    }
}
