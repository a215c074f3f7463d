package org.asterism.monitor.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.asterism.metrics.Metric;
import org.asterism.metrics.MetricSource;
import org.asterism.metrics.Readings;

/**
 * The readings of one moment.
 *
 * <ol>
 *   <li>A metric has at most so many readings; what is over that is added up under {@link #OVERFLOW}.
 *   <li>Two readings with the same labels are added up.
 *   <li>A source reads only what it has declared.
 * </ol>
 *
 * Not thread-safe.
 */
public final class Page implements Readings {

    /** The label value of what is over the bound. */
    public static final String OVERFLOW = "…";

    /** How many readings were added up because their metric had too many. */
    public static final Metric OVERFLOWING = Metric.gauge(
            "asterism_metrics_overflowing_series",
            "Readings that are added up under the label value … because their metric has too many",
            "metric");

    private final int limit;
    private final Map<Metric, Map<List<String>, Double>> readings = new LinkedHashMap<>();
    private final Map<Metric, Integer> overflowing = new LinkedHashMap<>();

    /** @param limit the most readings of one metric, besides that of the overflow */
    public Page(int limit) {
        this.limit = limit;
    }

    /**
     * Reads all sources.
     *
     * @param failed told of each source that fails; what it had read before counts
     */
    public static Page of(
            Collection<MetricSource> sources, int limit, BiConsumer<MetricSource, RuntimeException> failed) {
        Page page = new Page(limit);
        for (MetricSource source : sources) {
            try {
                source.read(page.only(source.metrics()));
            } catch (RuntimeException e) {
                failed.accept(source, e);
            }
        }
        page.closeBook();
        return page;
    }

    private Readings only(List<Metric> declared) {
        return (metric, value, labels) -> {
            if (!declared.contains(metric)) {
                throw new IllegalArgumentException("a source reads what it has not declared: " + metric.name());
            }
            add(metric, value, labels);
        };
    }

    @Override
    public void add(Metric metric, double value, String... labels) {
        if (labels.length != metric.labels().size()) {
            throw new IllegalArgumentException(
                    metric.name() + " has the labels " + metric.labels() + ", not " + labels.length + " of them");
        }
        Map<List<String>, Double> taken = readings.computeIfAbsent(metric, m -> new LinkedHashMap<>());
        List<String> key = List.of(labels);
        if (!taken.containsKey(key) && taken.size() >= limit) {
            overflowing.merge(metric, 1, Integer::sum);
            key = Collections.nCopies(labels.length, OVERFLOW);
        }
        taken.merge(key, value, Double::sum);
    }

    private void closeBook() {
        Map<Metric, Integer> over = Map.copyOf(overflowing);
        over.forEach((metric, count) -> add(OVERFLOWING, count, metric.name()));
    }

    /** Each metric with its readings, sorted by name. */
    public List<Series> series() {
        List<Series> all = new ArrayList<>();
        readings.forEach((metric, values) -> {
            List<Series.Reading> list = new ArrayList<>();
            values.forEach((labels, value) -> list.add(new Series.Reading(labels, value)));
            all.add(new Series(metric, list));
        });
        return all.stream().sorted().toList();
    }

    @Override
    public String toString() {
        return Arrays.toString(series().toArray());
    }
}
