package org.asterism.shell.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.asterism.cluster.Member;
import org.asterism.cluster.ServiceEntry;

/** What is other than before, in one line: {@code name before -> after}. */
final class Difference {

    private static final String NONE = "-";

    private Difference() {}

    static String of(Member before, Member after) {
        List<String> parts = new ArrayList<>();
        if (before.state() != after.state()) {
            parts.add(before.state() + " -> " + after.state());
        }
        parts.addAll(parts(before.labels(), after.labels()));
        return String.join(", ", parts);
    }

    static String of(ServiceEntry before, ServiceEntry after) {
        return String.join(", ", parts(before.properties(), after.properties()));
    }

    private static List<String> parts(Map<String, ?> before, Map<String, ?> after) {
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                .map(key -> key + " " + shown(before.get(key)) + " -> " + shown(after.get(key)))
                .toList();
    }

    private static String shown(Object value) {
        return value == null || value.equals("") ? NONE : value.toString();
    }
}
