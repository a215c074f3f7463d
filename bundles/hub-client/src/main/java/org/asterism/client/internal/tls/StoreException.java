package org.asterism.client.internal.tls;

/** A file of TLS cannot be used; the message says which and why. */
final class StoreException extends Exception {

    private static final long serialVersionUID = 1L;

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
