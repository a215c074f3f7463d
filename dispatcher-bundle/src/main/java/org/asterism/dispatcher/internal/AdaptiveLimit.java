package org.asterism.dispatcher.internal;

/**
 * How many requests may be in flight, learned from how long they take: as soon as they take clearly longer than they used to, they
 * queue up somewhere, and fewer are let through. The idea is that of Gradient2Limit in Netflix concurrency-limits
 * (https://github.com/Netflix/concurrency-limits): limit × (usual time ÷ time now) + room for a short queue, smoothed. After a
 * window with failures it is multiplied with a number below 1, as in TCP (AIMD). Never changes; {@link #after} makes the next.
 *
 * @param value at least 1; not whole, for small steps add up
 * @param usualNanos the time that requests took over many windows; 0 if that is not known yet
 */
public record AdaptiveLimit(double value, double usualNanos) {

    /** Requests may take that much longer than usual before fewer are let through. */
    private static final double TOLERANCE = 1.5;
    /** The share of a new estimate. */
    private static final double SMOOTHING = 0.2;
    /** The share of a window in what is usual: some hundred windows make a change usual. */
    private static final double USUAL_SHARE = 0.01;
    /** In one window the estimate falls to a half at most. */
    private static final double LEAST_GRADIENT = 0.5;
    /** How many may queue up at the target, and so by how much the estimate grows. */
    private static final double QUEUE = 4;

    private static final double AFTER_FAILURES = 0.9;
    private static final double BACK_TO_NORMAL = 0.95;

    /**
     * What was seen for a while.
     *
     * @param nanos the time a request took in the mean, until its answer began
     * @param mostInFlight at a time
     * @param failed whether a request failed or came into its time-out
     */
    public record Window(double nanos, int mostInFlight, boolean failed) {}

    public int whole() {
        return (int) value;
    }

    public AdaptiveLimit after(Window window, LimitRule rule) {
        if (window.failed()) {
            return new AdaptiveLimit(within(value * AFTER_FAILURES, rule), usualNanos);
        }
        double usual = usual(window.nanos());
        // whoever does not use what it has says nothing about how much would be too much
        return window.mostInFlight() < value / 2
                ? new AdaptiveLimit(value, usual)
                : new AdaptiveLimit(within(smoothed(window.nanos(), usual), rule), usual);
    }

    private double usual(double nanos) {
        if (usualNanos == 0) {
            return nanos;
        }
        double mixed = usualNanos * (1 - USUAL_SHARE) + nanos * USUAL_SHARE;
        return mixed > 2 * nanos ? mixed * BACK_TO_NORMAL : mixed;
    }

    private double smoothed(double nanos, double usual) {
        double gradient = Math.max(LEAST_GRADIENT, Math.min(1, TOLERANCE * usual / nanos));
        return value * (1 - SMOOTHING) + (value * gradient + QUEUE) * SMOOTHING;
    }

    private static double within(double limit, LimitRule rule) {
        return Math.max(rule.least(), Math.min(rule.most(), limit));
    }
}
