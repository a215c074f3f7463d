package org.asterism.metrics;

/** Takes what a {@link MetricSource} reads. */
public interface Readings {

    /**
     * Takes one reading. A metric has a bounded number of them: what is over the bound is added up under the label value
     * {@code "…"}.
     *
     * @param labels a value for each of the metric's labels, in their order
     * @throws IllegalArgumentException if there are more or fewer values than labels
     */
    void add(Metric metric, double value, String... labels);

    /** The same of a count. */
    default void add(Metric metric, long value, String... labels) {
        add(metric, (double) value, labels);
    }
}
