package org.asterism.lock.internal.cbor;

import java.util.Optional;
import java.util.Set;
import org.asterism.lock.Deadlock;

/**
 * @param token the fencing token of the first lock if they were granted; the others have the next ones
 * @param lease what the sender's lease is now; names nothing that is lost
 * @param reason why it was refused or what was lost; if it timed out, what else than others was in the way; else empty
 * @param deadlock the circle, if this request was given up to end it
 */
public record AcquireAnswer(Outcome outcome, long token, LeaseAnswer lease, String reason, Optional<Deadlock> deadlock)
        implements LockMessage {

    /** Nothing came of it. */
    public static final AcquireAnswer WITHDRAWN = without(Outcome.WITHDRAWN, "");

    private static final Outcome[] OUTCOMES = Outcome.values();

    /** What became of the request. The number is part of the wire format. */
    public enum Outcome {
        GRANTED(0),
        TIMED_OUT(1),
        REFUSED(2),
        /** Left the queue for another reason: it may be asked again. */
        WITHDRAWN(3),
        /** It was given up to end a deadlock. */
        DEADLOCKED(4),
        /** What was to be promoted is not held any more. */
        LOST(5);

        private final int code;

        Outcome(int code) {
            this.code = code;
        }
    }

    public static AcquireAnswer granted(long token, boolean known, long leaseMillis) {
        LeaseAnswer lease = new LeaseAnswer(known, leaseMillis, Set.of());
        return new AcquireAnswer(Outcome.GRANTED, token, lease, "", Optional.empty());
    }

    public static AcquireAnswer without(Outcome outcome, String reason) {
        return new AcquireAnswer(outcome, 0, LeaseAnswer.NONE, reason, Optional.empty());
    }

    public static AcquireAnswer deadlocked(Deadlock deadlock) {
        return new AcquireAnswer(Outcome.DEADLOCKED, 0, LeaseAnswer.NONE, "", Optional.of(deadlock));
    }

    @Override
    public void write(CborWriter out) {
        out.uint(outcome.code);
        out.uint(token);
        out.flag(lease.known());
        out.uint(lease.leaseMillis());
        if (outcome != Outcome.GRANTED) {
            out.text(reason);
            deadlock.ifPresent(cycle -> Deadlocks.write(out, cycle));
        }
    }

    static AcquireAnswer read(CborReader in) {
        Outcome outcome = in.oneOf(OUTCOMES);
        long token = in.uint();
        LeaseAnswer lease = new LeaseAnswer(in.flag(), in.amount(), Set.of());
        if (outcome == Outcome.GRANTED) {
            return new AcquireAnswer(outcome, token, lease, "", Optional.empty());
        }
        String reason = in.text();
        Optional<Deadlock> deadlock =
                outcome == Outcome.DEADLOCKED ? Optional.of(Deadlocks.read(in)) : Optional.empty();
        return new AcquireAnswer(outcome, token, lease, reason, deadlock);
    }
}
