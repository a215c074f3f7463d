package org.asterism.shell.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How names are shown to people. */
final class Names {

    private Names() {}

    /** Without their packages. */
    static String simple(List<String> interfaces) {
        return interfaces.stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.joining(" "));
    }

    /** Sorted, as they are written to choose them. */
    static String labels(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + ":" + label.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
