package org.asterism.lock;

/** The shared database has already seen a later holder of the lock: what this one wanted to write must not be written. */
public final class StaleLockException extends LockException {

    private static final long serialVersionUID = 1L;

    public StaleLockException(String message) {
        super(message);
    }
}
