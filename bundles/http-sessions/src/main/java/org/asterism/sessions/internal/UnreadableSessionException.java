package org.asterism.sessions.internal;

/** The attributes of a stored session cannot be read here. */
public final class UnreadableSessionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean forEver;

    /** @param forEver false if it can be read where a class is there that is missing here */
    UnreadableSessionException(String message, boolean forEver, Throwable cause) {
        super(message, cause);
        this.forEver = forEver;
    }

    public boolean isForEver() {
        return forEver;
    }
}
