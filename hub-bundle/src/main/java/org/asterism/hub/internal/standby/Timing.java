package org.asterism.hub.internal.standby;

import java.time.Duration;

/**
 * The times of the arbitration.
 *
 * @param lease how long a contender must have seen the row unchanged before it takes over
 * @param renew how often the holder changes the row, and contenders look at it
 */
public record Timing(Duration lease, Duration renew) {

    private static final int MIN_LEASE = 400;
    private static final int MARGIN = 4; // of the lease: for clocks that differ in speed, and to stop the broker
    private static final int RETRY = 4;
    private static final int TRIES = 3;

    /** @throws IllegalArgumentException naming the key that is not valid */
    public Timing {
        if (lease.toMillis() < MIN_LEASE) {
            throw new IllegalArgumentException("standby.lease.millis is less than " + MIN_LEASE);
        }
        if (renew.toMillis() < 1 || renew.multipliedBy(TRIES).compareTo(lease) > 0) {
            throw new IllegalArgumentException(
                    "standby.renew.millis is not between 1 and a third of standby.lease.millis");
        }
    }

    /** How long the holder may act after it began to renew: less than the lease. */
    Duration tenure() {
        return lease.minus(lease.dividedBy(MARGIN));
    }

    /** Before trying again what failed. */
    Duration retry() {
        return renew.dividedBy(RETRY);
    }
}
