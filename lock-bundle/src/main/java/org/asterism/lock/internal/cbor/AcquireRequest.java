package org.asterism.lock.internal.cbor;

import java.util.List;
import org.asterism.lock.LockRequest;

/**
 * Asks for locks, all or none.
 *
 * @param first the number of the first lock, unique in the sender's life; the others have the next ones. The same number again
 *     is the same request
 * @param party who is blocked meanwhile: a thread, or the session
 * @param waitedMillis how long it has waited already, at servers before this one
 * @param patienceMillis how long it may wait in the queue; 0: not at all
 */
public record AcquireRequest(
        long first, String session, String party, List<LockRequest> locks, long waitedMillis, long patienceMillis)
        implements TableMessage {

    /** How many locks one request may ask for. */
    public static final int MAX_LOCKS = 64;

    static final int KIND = 1;
    static final int MAX_NAME = 256;

    public AcquireRequest {
        locks = List.copyOf(locks);
        if (locks.isEmpty() || locks.size() > MAX_LOCKS) {
            throw new IllegalArgumentException("a request for " + locks.size() + " locks");
        }
        requireNames(session, party);
        if (waitedMillis < 0 || patienceMillis < 0) {
            throw new IllegalArgumentException("a request for a lock with a negative time");
        }
    }

    static void requireNames(String session, String party) {
        if (session.isEmpty() || session.length() > MAX_NAME || party.isEmpty() || party.length() > MAX_NAME) {
            throw new IllegalArgumentException("the session or the party of a request is empty or too long");
        }
    }

    @Override
    public void write(CborWriter out) {
        out.uint(KIND);
        out.uint(first);
        out.text(session);
        out.text(party);
        out.list(locks, Keys::write);
        out.uint(waitedMillis);
        out.uint(patienceMillis);
    }

    static AcquireRequest read(CborReader in) {
        return new AcquireRequest(
                in.uint(), in.text(), in.name(), in.list(MAX_LOCKS, Keys::lock), in.amount(), in.amount());
    }
}
