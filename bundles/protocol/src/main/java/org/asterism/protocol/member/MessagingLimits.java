package org.asterism.protocol.member;

/**
 * The bounds of messaging in one member.
 *
 * @param maxPayload bytes of one message
 * @param outboxBytes what waits, while the member is islanded or the link is busy; past it sending fails
 * @param unconfirmedBytes what has been sent and is kept until every receiver has confirmed it; past it messages wait
 * @param listenerQueue messages of the member to itself that wait for one listener, and requests that wait for one handler;
 *     past it they are refused
 * @param pendingRequests requests that wait for their answer
 */
public record MessagingLimits(
        int maxPayload, long outboxBytes, long unconfirmedBytes, int listenerQueue, int pendingRequests) {

    public static final MessagingLimits DEFAULT = new MessagingLimits(1 << 20, 16L << 20, 4L << 20, 10_000, 10_000);

    /** @throws IllegalArgumentException naming the value that is not positive */
    public MessagingLimits {
        requirePositive("max payload", maxPayload);
        requirePositive("outbox bytes", outboxBytes);
        requirePositive("unconfirmed bytes", unconfirmedBytes);
        requirePositive("listener queue", listenerQueue);
        requirePositive("pending requests", pendingRequests);
    }

    String tooLarge(byte[] payload) {
        return payload.length + " bytes, at most " + maxPayload + " are allowed; stream it with BulkService";
    }

    private static void requirePositive(String what, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(what + " must be positive but is " + value);
        }
    }
}
