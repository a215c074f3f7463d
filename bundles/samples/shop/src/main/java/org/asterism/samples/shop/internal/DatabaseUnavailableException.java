package org.asterism.samples.shop.internal;

/** The database did not answer: a change may or may not have been carried out. */
public final class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
