package org.asterism.lock;

/** The lock server refused the request: a bound of its table is reached. */
public final class LockRefusedException extends LockException {

    private static final long serialVersionUID = 1L;

    public LockRefusedException(String message) {
        super(message);
    }
}
