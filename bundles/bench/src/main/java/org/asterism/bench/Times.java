package org.asterism.bench;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Collects times in nanoseconds, three digits exact, of one thread. */
public final class Times {

    private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);
    private static final int DIGITS = 3;

    private final Histogram nanos = new Histogram(LONGEST, DIGITS);

    public void record(long time) {
        nanos.recordValue(Math.max(0, Math.min(LONGEST, time)));
    }

    public void add(Times others) {
        nanos.add(others.nanos);
    }

    public long count() {
        return nanos.getTotalCount();
    }

    public Latency latency() {
        return Latency.ofNanos(nanos);
    }
}
