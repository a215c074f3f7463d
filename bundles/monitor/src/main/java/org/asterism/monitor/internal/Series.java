package org.asterism.monitor.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.asterism.metrics.Metric;

/** A metric and its readings of one moment. */
public record Series(Metric metric, List<Reading> readings) implements Comparable<Series> {

    private static final String MEMBER = "member";

    /** One value, with a value for each label of the metric. */
    public record Reading(List<String> labels, double value) {}

    public Series {
        readings = List.copyOf(readings);
    }

    /** The same, told apart from those of other members: a label is added, unless there is one of this name. */
    public Series of(String member) {
        if (metric.labels().contains(MEMBER)) {
            return this;
        }
        List<String> labels = prepend(MEMBER, metric.labels());
        Metric widened = new Metric(metric.name(), metric.kind(), metric.help(), labels);
        return new Series(
                widened,
                readings.stream()
                        .map(reading -> new Reading(prepend(member, reading.labels()), reading.value()))
                        .toList());
    }

    private static List<String> prepend(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    /** Those of several members in one list: each metric once, and each of its labels once. */
    public static List<Series> merged(List<Series> all) {
        Map<String, Metric> metrics = new LinkedHashMap<>();
        Map<String, Map<List<String>, Reading>> readings = new LinkedHashMap<>();
        for (Series series : all) {
            String name = series.metric().name();
            Metric first = metrics.computeIfAbsent(name, n -> series.metric());
            if (first.labels().equals(series.metric().labels())) {
                Map<List<String>, Reading> known = readings.computeIfAbsent(name, n -> new LinkedHashMap<>());
                series.readings().forEach(reading -> known.putIfAbsent(reading.labels(), reading));
            }
        }
        List<Series> merged = new ArrayList<>();
        metrics.forEach((name, metric) ->
                merged.add(new Series(metric, List.copyOf(readings.get(name).values()))));
        return merged.stream().sorted().toList();
    }

    @Override
    public int compareTo(Series other) {
        return metric.name().compareTo(other.metric.name());
    }
}
