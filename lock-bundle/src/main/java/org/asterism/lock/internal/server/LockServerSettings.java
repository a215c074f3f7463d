package org.asterism.lock.internal.server;

import java.time.Duration;
import org.asterism.lock.internal.Bounds;

/**
 * @param lease how long locks outlive the last sign of life of their owner
 * @param queuedRequests how many requests may wait for the thread of the table
 */
public record LockServerSettings(Duration lease, Bounds bounds, int queuedRequests) {

    private static final Duration SHORTEST_LEASE = Duration.ofMillis(100);

    public LockServerSettings {
        if (lease.compareTo(SHORTEST_LEASE) < 0) {
            throw new IllegalArgumentException("a lease of " + lease.toMillis() + " ms is too short");
        }
        if (queuedRequests < 1) {
            throw new IllegalArgumentException("the queue of the lock server has no room");
        }
    }
}
