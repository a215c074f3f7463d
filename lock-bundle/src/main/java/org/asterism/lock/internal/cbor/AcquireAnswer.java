package org.asterism.lock.internal.cbor;

import java.util.Set;

/**
 * @param token the fencing token if it was granted
 * @param lease what the sender's lease is now
 * @param reason why it was refused; else empty
 */
public record AcquireAnswer(Outcome outcome, long token, LeaseAnswer lease, String reason) {

    /** Nothing came of it. */
    public static final AcquireAnswer WITHDRAWN =
            new AcquireAnswer(Outcome.WITHDRAWN, 0, new LeaseAnswer(false, 0, Set.of()), "");

    /** What became of the request. */
    public enum Outcome {
        GRANTED,
        TIMED_OUT,
        REFUSED,
        /** Left the queue for another reason: it may be asked again. */
        WITHDRAWN
    }
}
