package org.asterism.lock;

/** There was no lock server to ask for the whole waiting time. */
public final class LockUnavailableException extends LockException {

    private static final long serialVersionUID = 1L;

    public LockUnavailableException(String message) {
        super(message);
    }
}
