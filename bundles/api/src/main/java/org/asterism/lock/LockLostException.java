package org.asterism.lock;

/** What was to be done needs a lock that was taken from its owner, or released. */
public final class LockLostException extends LockException {

    private static final long serialVersionUID = 1L;

    public LockLostException(String message) {
        super(message);
    }
}
