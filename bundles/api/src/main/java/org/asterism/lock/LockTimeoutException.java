package org.asterism.lock;

/**
 * The waiting time is over without a grant. Others held the lock, or wait for it since longer; or the hub has restarted meanwhile
 * and grants nothing before those who held locks have declared them, which is said then.
 */
public final class LockTimeoutException extends LockException {

    private static final long serialVersionUID = 1L;

    public LockTimeoutException(String message) {
        super(message);
    }
}
