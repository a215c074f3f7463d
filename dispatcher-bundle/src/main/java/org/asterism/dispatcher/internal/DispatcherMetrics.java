package org.asterism.dispatcher.internal;

import java.util.concurrent.atomic.LongAdder;

/** Counts since the start. Safe for use by all threads. */
public final class DispatcherMetrics {

    public final LongAdder requests = new LongAdder();
    public final LongAdder retries = new LongAdder();
    public final LongAdder ejections = new LongAdder();
    public final LongAdder queued = new LongAdder();
    public final LongAdder failed = new LongAdder();
    public final LongAdder refusedConnections = new LongAdder();
    public final LongAdder newConnections = new LongAdder();

    /**
     * The counts at one moment.
     *
     * @param requests well-formed requests
     * @param retries attempts after a first one that failed
     * @param ejections of targets
     * @param queued requests that had to wait for a target
     * @param failed requests answered with 502, 503 or 504 by the dispatcher itself
     * @param refusedConnections client connections over the limit
     * @param newConnections connections made to targets
     */
    public record Snapshot(
            long requests,
            long retries,
            long ejections,
            long queued,
            long failed,
            long refusedConnections,
            long newConnections) {}

    public Snapshot snapshot() {
        return new Snapshot(
                requests.sum(),
                retries.sum(),
                ejections.sum(),
                queued.sum(),
                failed.sum(),
                refusedConnections.sum(),
                newConnections.sum());
    }
}
