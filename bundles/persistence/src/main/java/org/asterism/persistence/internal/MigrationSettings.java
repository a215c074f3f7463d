package org.asterism.persistence.internal;

import java.time.Duration;

/** @param lockWait how long one attempt waits for the cluster lock */
public record MigrationSettings(Duration lockWait, Backoff retry) {

    public MigrationSettings {
        if (lockWait.isNegative() || lockWait.isZero()) {
            throw new IllegalArgumentException("lock.wait.millis must be positive: " + lockWait.toMillis());
        }
    }
}
