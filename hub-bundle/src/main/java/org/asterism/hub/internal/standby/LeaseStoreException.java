package org.asterism.hub.internal.standby;

/** The database does not do what is asked. */
public final class LeaseStoreException extends Exception {

    private static final long serialVersionUID = 1L;

    public LeaseStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
