package org.asterism.lock.internal.cbor;

/** The receiver is to give up everything of this session, which moves; its answer says that it has done so. */
public record YieldRequest(String session) implements LockMessage {

    @Override
    public void write(CborWriter out) {
        out.text(session);
    }

    static YieldRequest read(CborReader in) {
        return new YieldRequest(in.text());
    }
}
