package org.asterism.lock.internal.cbor;

import java.util.List;
import org.asterism.lock.LockLoss.Cause;

/**
 * Locks were taken from the receiver. May overtake the answer that grants one of them: who hears that a request is lost that it
 * still asks for does not believe the answer any more.
 */
public record LostNotice(List<Lost> locks) implements LockMessage {

    private static final int MAX_LOCKS = 10_000;
    private static final Cause[] CAUSES = {
        Cause.LEASE_OVER, Cause.FREED, Cause.PROMOTED_BY_OTHER, Cause.FORCED,
    };

    public LostNotice {
        locks = List.copyOf(locks);
    }

    /** @param token of the grant that is over */
    public record Lost(long request, long token, Cause cause, String reason) {}

    @Override
    public void write(CborWriter out) {
        out.list(locks, LostNotice::write);
    }

    private static void write(CborWriter out, Lost lost) {
        out.uint(lost.request());
        out.uint(lost.token());
        out.uint(List.of(CAUSES).indexOf(lost.cause()));
        out.text(lost.reason());
    }

    static LostNotice read(CborReader in) {
        return new LostNotice(in.list(MAX_LOCKS, LostNotice::lost));
    }

    private static Lost lost(CborReader in) {
        return new Lost(in.uint(), in.uint(), in.oneOf(CAUSES), in.text());
    }
}
