package org.asterism.lock.internal.cbor;

/**
 * Asks for what a session has left with another member, or says that the session has ended.
 *
 * @param secret shows that the sender may do that
 */
public record MoveRequest(String session, String secret) implements LockMessage {

    public MoveRequest {
        AcquireRequest.requireNames(session, session);
    }

    @Override
    public void write(CborWriter out) {
        out.text(session);
        out.text(secret);
    }

    static MoveRequest read(CborReader in) {
        return new MoveRequest(in.text(), in.text());
    }
}
