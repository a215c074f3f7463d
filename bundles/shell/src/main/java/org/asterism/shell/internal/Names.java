package org.asterism.shell.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.asterism.cluster.MemberId;

/** How names are shown to people. */
final class Names {

    private Names() {}

    /** Without their packages. */
    static String simple(List<String> interfaces) {
        return interfaces.stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.joining(" "));
    }

    /** Without the member and its incarnation, which are the same for all live sessions of a member. */
    static String session(String id, MemberId member) {
        return id.startsWith(member.value() + "-") ? "…" + id.substring(id.lastIndexOf('-')) : id;
    }

    /** Sorted, as they are written to choose them. */
    static String labels(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + ":" + label.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
