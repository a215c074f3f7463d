package org.asterism.lock.internal.cbor;

/** The answer to {@link CheckRequest}. */
public record CheckAnswer(boolean free) implements LockMessage {

    @Override
    public void write(CborWriter out) {
        out.flag(free);
    }

    static CheckAnswer read(CborReader in) {
        return new CheckAnswer(in.flag());
    }
}
