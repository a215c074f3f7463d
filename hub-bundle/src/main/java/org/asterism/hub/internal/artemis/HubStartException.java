package org.asterism.hub.internal.artemis;

/** The hub cannot start; the message says what a human can do. */
public final class HubStartException extends Exception {

    private static final long serialVersionUID = 1L;

    HubStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
