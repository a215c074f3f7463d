package org.asterism.lock;

/** A lock could not be had, or is had no longer. */
public abstract sealed class LockException extends RuntimeException
        permits LockTimeoutException,
                LockUnavailableException,
                LockRefusedException,
                LockLostException,
                DeadlockException,
                StaleLockException,
                FenceUnavailableException {

    private static final long serialVersionUID = 1L;

    LockException(String message) {
        super(message);
    }
}
