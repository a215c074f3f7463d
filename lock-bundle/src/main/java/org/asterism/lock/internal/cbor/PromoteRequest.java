package org.asterism.lock.internal.cbor;

/**
 * Asks to make an optimistic lock exclusive.
 *
 * @param held the number of the optimistic lock
 * @param first the number that the exclusive one will have
 * @param party who is blocked meanwhile: a thread, or the session
 * @param waitedMillis how long it has waited already, at servers before this one
 * @param patienceMillis how long it may wait in the queue; 0: not at all
 */
public record PromoteRequest(
        long held, long first, String session, String party, long waitedMillis, long patienceMillis)
        implements LockMessage {

    public PromoteRequest {
        AcquireRequest.requireNames(session, party);
        if (waitedMillis < 0 || patienceMillis < 0) {
            throw new IllegalArgumentException("a request for a lock with a negative time");
        }
    }

    @Override
    public void write(CborWriter out) {
        out.uint(held);
        out.uint(first);
        out.text(session);
        out.text(party);
        out.uint(waitedMillis);
        out.uint(patienceMillis);
    }

    static PromoteRequest read(CborReader in) {
        return new PromoteRequest(in.uint(), in.uint(), in.name(), in.name(), in.amount(), in.amount());
    }
}
