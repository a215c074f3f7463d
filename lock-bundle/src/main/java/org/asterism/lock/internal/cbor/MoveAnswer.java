package org.asterism.lock.internal.cbor;

import java.util.List;
import org.asterism.lock.LockRequest;

/**
 * @param ready false if it is to be asked again soon
 * @param locks what may be adopted now; not all of it if that is much
 */
public record MoveAnswer(boolean ready, List<LockRequest> locks) implements LockMessage {

    public MoveAnswer {
        locks = List.copyOf(locks);
    }

    @Override
    public void write(CborWriter out) {
        out.flag(ready);
        out.list(locks, Keys::write);
    }

    static MoveAnswer read(CborReader in) {
        return new MoveAnswer(in.flag(), in.list(AcquireRequest.MAX_LOCKS, Keys::lock));
    }
}
