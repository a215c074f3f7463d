package org.asterism.dispatcher.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.IntCountsHistogram;
import org.asterism.dispatcher.Traffic;

/**
 * How long the requests of the last minute took: slices of time, the oldest of which is forgotten at each {@link #turn}. For one
 * thread only, which makes it cheap.
 */
public final class RecentTimes {

    /** From one {@link #turn} to the next. */
    public static final Duration SLICE = Duration.ofSeconds(20);

    private static final int SLICES = 3;
    /** An error of at most 1 %. */
    private static final int DIGITS = 2;

    private static final long MOST_MICROS = TimeUnit.HOURS.toMicros(1);

    private final AbstractHistogram[] slices = new AbstractHistogram[SLICES];
    private int current;
    private long requests;
    private long errors;

    public void took(long nanos, boolean error) {
        requests++;
        errors += error ? 1 : 0;
        if (slices[current] == null) {
            slices[current] = new IntCountsHistogram(DIGITS);
        }
        slices[current].recordValue(Math.min(MOST_MICROS, Math.max(0, nanos) / 1000));
    }

    /** A slice is over. */
    public void turn() {
        current = (current + 1) % SLICES;
        slices[current] = null;
    }

    /** What there is now, apart from what comes. */
    public Sample sample() {
        Histogram times = new Histogram(DIGITS);
        for (AbstractHistogram slice : slices) {
            if (slice != null) {
                times.add(slice);
            }
        }
        return new Sample(requests, errors, times);
    }

    /**
     * What one thread, or several, have counted.
     *
     * @param requests since the start
     * @param errors since the start
     * @param micros of the last slices
     */
    public record Sample(long requests, long errors, Histogram micros) {

        public static Sample none() {
            return new Sample(0, 0, new Histogram(DIGITS));
        }

        public Sample plus(Sample other) {
            Histogram sum = micros.copy();
            sum.add(other.micros);
            return new Sample(requests + other.requests, errors + other.errors, sum);
        }

        /** @param window how much time the slices cover */
        public Traffic over(Duration window) {
            return new Traffic(
                    requests,
                    errors,
                    micros.getTotalCount() * 1000.0 / Math.max(1, window.toMillis()),
                    micros.getValueAtPercentile(50),
                    micros.getValueAtPercentile(99),
                    micros.getMaxValue());
        }
    }

    /** How much time the slices cover of one who began so long ago, and has turned them regularly. */
    public static Duration window(Duration age) {
        long full = SLICE.toNanos() * (SLICES - 1);
        return age.toNanos() < full ? age : Duration.ofNanos(full + age.toNanos() % SLICE.toNanos());
    }
}
