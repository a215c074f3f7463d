package org.asterism.protocol.member;

import java.time.Duration;

/**
 * The bounds of messaging in one member.
 *
 * @param maxPayload bytes of one message
 * @param outboxBytes what waits while the member is islanded; past it sending fails
 * @param retainedBytes what was sent lately and is sent again to a new hub; past it the oldest is forgotten
 * @param retention how long a sent message is kept for that
 * @param listenerQueue messages that wait for one listener; past it they are dropped and requests refused
 * @param pendingRequests requests that wait for their answer
 */
public record MessagingLimits(
        int maxPayload,
        long outboxBytes,
        long retainedBytes,
        Duration retention,
        int listenerQueue,
        int pendingRequests) {

    public static final MessagingLimits DEFAULT =
            new MessagingLimits(1 << 20, 16L << 20, 16L << 20, Duration.ofSeconds(10), 10_000, 10_000);

    /** @throws IllegalArgumentException naming the value that is not positive */
    public MessagingLimits {
        requirePositive("max payload", maxPayload);
        requirePositive("outbox bytes", outboxBytes);
        requirePositive("retained bytes", retainedBytes);
        requirePositive("retention", retention.toMillis());
        requirePositive("listener queue", listenerQueue);
        requirePositive("pending requests", pendingRequests);
    }

    private static void requirePositive(String what, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(what + " must be positive but is " + value);
        }
    }
}
