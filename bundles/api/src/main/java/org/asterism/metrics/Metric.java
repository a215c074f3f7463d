package org.asterism.metrics;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What is measured.
 *
 * @param name lower case with underscores, with its unit in base units: {@code asterism_link_sent_bytes_total}; that of a counter
 *     ends in {@code _total}
 * @param help one line for a person
 * @param labels the names of what its readings are told apart by
 */
public record Metric(String name, Kind kind, String help, List<String> labels) {

    /** How its readings behave. */
    public enum Kind {
        /** Only grows, from zero at the start of what counts. */
        COUNTER,
        /** Goes up and down. */
        GAUGE
    }

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)+");
    private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9_]*");
    private static final String TOTAL = "_total";

    /** @throws IllegalArgumentException if the name, the help or a label is not as it should be */
    public Metric {
        labels = List.copyOf(labels);
        require(NAME.matcher(name).matches(), "not the name of a metric: '" + name + "'");
        require(
                name.endsWith(TOTAL) == (kind == Kind.COUNTER),
                "the names of counters, and no others, end in " + TOTAL + ": " + name);
        require(!help.isBlank() && !help.contains("\n"), name + " has no help of one line");
        require(labels.stream().allMatch(label -> LABEL.matcher(label).matches()), "not labels: " + labels);
        require(labels.size() == labels.stream().distinct().count(), "a label twice: " + labels);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** One that only grows. */
    public static Metric counter(String name, String help, String... labels) {
        return new Metric(name, Kind.COUNTER, help, List.of(labels));
    }

    /** One that goes up and down. */
    public static Metric gauge(String name, String help, String... labels) {
        return new Metric(name, Kind.GAUGE, help, List.of(labels));
    }
}
