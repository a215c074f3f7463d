package org.asterism.hub.internal.traffic;

import java.util.concurrent.atomic.LongAdder;

/** What the hub has carried in this life. */
public final class TrafficCounters {

    private final LongAdder carried = new LongAdder();
    private final LongAdder refused = new LongAdder();

    void carried(int receivers) {
        carried.add(receivers);
    }

    void refused() {
        refused.increment();
    }

    /** Runs of messages that were handed on, counted for each receiver. */
    public long runsCarried() {
        return carried.sum();
    }

    /** Runs of messages that found no receiver. */
    public long runsRefused() {
        return refused.sum();
    }
}
