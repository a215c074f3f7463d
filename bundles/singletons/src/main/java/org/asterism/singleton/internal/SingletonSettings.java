package org.asterism.singleton.internal;

import java.time.Duration;

/**
 * How a member takes part.
 *
 * @param settle between the grant of a lock and the activation: a former owner that has lost it stops meanwhile
 * @param retry before the lock is asked for again that was not granted or was lost
 * @param queueing how long a request stays in the queue before it is asked anew
 * @param max names in one member
 */
public record SingletonSettings(Duration settle, Duration retry, Duration queueing, int max) {

    public SingletonSettings {
        require(!settle.isNegative(), "settle.millis is negative");
        require(!retry.isNegative() && !retry.isZero(), "retry.millis is not positive");
        require(!queueing.isNegative() && !queueing.isZero(), "wait.millis is not positive");
        require(max > 0, "max is not positive");
    }

    private static void require(boolean valid, String complaint) {
        if (!valid) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
