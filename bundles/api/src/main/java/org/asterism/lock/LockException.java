package org.asterism.lock;

/** A lock could not be had. */
public abstract sealed class LockException extends RuntimeException
        permits LockTimeoutException, LockUnavailableException, LockRefusedException {

    private static final long serialVersionUID = 1L;

    LockException(String message) {
        super(message);
    }
}
