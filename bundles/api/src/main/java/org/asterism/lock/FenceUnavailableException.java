package org.asterism.lock;

/** The fence in the shared database could not be advanced because of the database itself: the cause tells. */
public final class FenceUnavailableException extends LockException {

    private static final long serialVersionUID = 1L;

    public FenceUnavailableException(String message, Throwable cause) {
        super(message);
        initCause(cause);
    }
}
