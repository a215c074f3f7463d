package org.asterism.lock.internal.cbor;

import java.util.List;
import org.asterism.lock.LockRequest;

/**
 * Takes over what a session has left with another member.
 *
 * @param first the number that the first lock will have; the others have the next ones
 * @param locks as they were told in a {@link MoveAnswer}
 */
public record AdoptRequest(long first, MoveRequest session, String party, List<LockRequest> locks)
        implements LockMessage {

    public AdoptRequest {
        locks = List.copyOf(locks);
        if (locks.isEmpty() || locks.size() > AcquireRequest.MAX_LOCKS) {
            throw new IllegalArgumentException("a request for " + locks.size() + " locks");
        }
        AcquireRequest.requireNames(session.session(), party);
    }

    @Override
    public void write(CborWriter out) {
        out.uint(first);
        session.write(out);
        out.text(party);
        out.list(locks, Keys::write);
    }

    static AdoptRequest read(CborReader in) {
        return new AdoptRequest(
                in.uint(), MoveRequest.read(in), in.name(), in.list(AcquireRequest.MAX_LOCKS, Keys::lock));
    }
}
