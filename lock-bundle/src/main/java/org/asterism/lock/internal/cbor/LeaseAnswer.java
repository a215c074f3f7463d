package org.asterism.lock.internal.cbor;

import java.util.Set;
import org.asterism.lock.internal.TicketNumbers;

/**
 * @param known whether the server knows everything that the receiver holds; if not, its lease is not renewed
 * @param leaseMillis from the moment in which the request was sent
 * @param lost requests that were believed to be granted or waiting and are not
 */
public record LeaseAnswer(boolean known, long leaseMillis, Set<Long> lost) implements LockMessage {

    static final LeaseAnswer NONE = new LeaseAnswer(false, 0, Set.of());

    public LeaseAnswer {
        lost = Set.copyOf(lost);
    }

    @Override
    public void write(CborWriter out) {
        out.flag(known);
        out.uint(leaseMillis);
        Numbers.write(out, TicketNumbers.of(lost));
    }

    static LeaseAnswer read(CborReader in) {
        return new LeaseAnswer(in.flag(), in.amount(), Numbers.read(in).toSet());
    }
}
