package org.asterism.lock.internal.server;

import java.time.Duration;
import org.asterism.lock.internal.Bounds;
import org.asterism.lock.internal.DeadlockVictim;
import org.asterism.lock.internal.LockTable;

/**
 * @param lease how long locks outlive the last sign of life of their owner
 * @param victim who gives way in a deadlock
 * @param keep how long the locks of an HTTP session wait for it when its member is dead; zero: not at all
 * @param longHeld an alarm is given for locks that are held for longer; zero: for none
 */
public record LockServerSettings(
        Duration lease, Bounds bounds, DeadlockVictim victim, Duration keep, Duration longHeld) {

    private static final Duration SHORTEST_LEASE = Duration.ofMillis(100);

    public LockServerSettings {
        if (lease.compareTo(SHORTEST_LEASE) < 0) {
            throw new IllegalArgumentException("a lease of " + lease.toMillis() + " ms is too short");
        }
        if (longHeld.isNegative() || keep.isNegative()) {
            throw new IllegalArgumentException("a time of the lock server is negative");
        }
    }

    /** An empty table of that kind. */
    LockTable table() {
        return new LockTable(bounds, lease, victim, keep, Duration.ZERO);
    }

    /** Gives up the youngest request of a deadlock, and no alarm. */
    public LockServerSettings(Duration lease, Bounds bounds) {
        this(lease, bounds, DeadlockVictim.YOUNGEST, lease, Duration.ZERO);
    }
}
