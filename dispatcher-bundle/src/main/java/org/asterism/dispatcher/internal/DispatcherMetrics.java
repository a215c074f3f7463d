package org.asterism.dispatcher.internal;

import java.util.concurrent.atomic.LongAdder;
import org.asterism.dispatcher.DispatcherCounts;

/** Counts since the start. Safe for use by all threads. */
public final class DispatcherMetrics {

    public final LongAdder requests = new LongAdder();
    public final LongAdder retries = new LongAdder();
    public final LongAdder retriesRefused = new LongAdder();
    public final LongAdder ejections = new LongAdder();
    public final LongAdder probes = new LongAdder();
    public final LongAdder queued = new LongAdder();
    public final LongAdder rejected = new LongAdder();
    public final LongAdder failed = new LongAdder();
    public final LongAdder refusedConnections = new LongAdder();
    public final LongAdder newConnections = new LongAdder();
    public final LongAdder logDropped = new LongAdder();

    /** The counts at one moment. */
    public DispatcherCounts snapshot() {
        return new DispatcherCounts(
                requests.sum(),
                retries.sum(),
                retriesRefused.sum(),
                ejections.sum(),
                probes.sum(),
                queued.sum(),
                rejected.sum(),
                failed.sum(),
                refusedConnections.sum(),
                newConnections.sum(),
                logDropped.sum());
    }
}
