package org.asterism.lock.internal.cbor;

import java.util.Set;
import org.asterism.lock.internal.TicketNumbers;

/**
 * A sign of life.
 *
 * @param after it is told of requests with numbers above this one: who has many tells of them in several parts
 * @param upTo and up to this one; in the last part the highest number the sender had used
 * @param requests those of them in which the sender is still interested
 */
public record RenewRequest(long after, long upTo, TicketNumbers requests) implements LockMessage {

    /** How many requests one part names; with random gaps between them that is less than a fifth of a megabyte. */
    public static final int MAX_REQUESTS = 10_000;

    /** Names everything in one part. */
    public RenewRequest(long upTo, Set<Long> requests) {
        this(0, upTo, TicketNumbers.of(requests));
    }

    @Override
    public void write(CborWriter out) {
        out.uint(after);
        out.uint(upTo);
        Numbers.write(out, requests);
    }

    static RenewRequest read(CborReader in) {
        return new RenewRequest(in.uint(), in.uint(), Numbers.read(in));
    }
}
