package org.asterism.lock.internal.cbor;

import org.asterism.lock.LockRequest;

/** Asks whether the session would be granted the lock at once. */
public record CheckRequest(String session, LockRequest lock) implements LockMessage {

    @Override
    public void write(CborWriter out) {
        out.text(session);
        Keys.write(out, lock);
    }

    static CheckRequest read(CborReader in) {
        return new CheckRequest(in.name(), Keys.lock(in));
    }
}
