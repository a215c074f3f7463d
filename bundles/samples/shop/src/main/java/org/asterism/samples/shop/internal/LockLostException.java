package org.asterism.samples.shop.internal;

/** The cluster lock was lost on the way: nothing was changed. */
public final class LockLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LockLostException(String message) {
        super(message);
    }
}
