package org.asterism.bench;

import org.HdrHistogram.Histogram;

/** How long something took: half of it at most so long, 99 of 100 at most so long, all of it at most so long. */
public record Latency(double p50Micros, double p99Micros, double maxMicros) {

    private static final double NANOS = 1_000.0;

    /** Of times in nanoseconds. */
    public static Latency ofNanos(Histogram nanos) {
        return new Latency(
                nanos.getValueAtPercentile(50) / NANOS,
                nanos.getValueAtPercentile(99) / NANOS,
                nanos.getMaxValue() / NANOS);
    }
}
