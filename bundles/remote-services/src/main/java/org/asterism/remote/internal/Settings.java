package org.asterism.remote.internal;

import java.time.Duration;

/**
 * @param timeout how long a call may take if the service does not say
 * @param maxPayloadBytes the largest call or answer
 * @param threads how many calls of other members are carried out at once
 * @param queueLength how many more of them may wait
 */
public record Settings(Duration timeout, int maxPayloadBytes, int threads, int queueLength) {

    /** @throws IllegalArgumentException if a value is out of range */
    public Settings {
        require(timeout.toMillis() > 0, "timeout.millis", timeout.toMillis());
        require(maxPayloadBytes >= 1024, "max.payload.bytes", maxPayloadBytes);
        require(threads > 0, "threads", threads);
        require(queueLength > 0, "queue.length", queueLength);
    }

    private static void require(boolean valid, String key, long value) {
        if (!valid) {
            throw new IllegalArgumentException(key + " of org.asterism.remote is out of range: " + value);
        }
    }
}
