package org.asterism.bench;

import java.time.Duration;

/** What happened in a time: how often, and how long each took. */
public record Measured(long count, Duration time, Latency latency) {

    private static final double NANOS = 1e9;

    public double perSecond() {
        return count * NANOS / time.toNanos();
    }
}
