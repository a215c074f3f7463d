package org.asterism.lock;

/** Others held the lock for the whole waiting time. */
public final class LockTimeoutException extends LockException {

    private static final long serialVersionUID = 1L;

    public LockTimeoutException(String message) {
        super(message);
    }
}
