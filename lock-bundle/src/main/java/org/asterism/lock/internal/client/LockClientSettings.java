package org.asterism.lock.internal.client;

import java.time.Duration;

/**
 * @param answer how long to wait for an answer that should come at once
 * @param retry the pause before the server is asked again
 */
public record LockClientSettings(Duration answer, Duration retry) {

    public LockClientSettings {
        if (answer.isNegative() || answer.isZero() || retry.isNegative() || retry.isZero()) {
            throw new IllegalArgumentException("the times of the lock client must be positive");
        }
    }
}
