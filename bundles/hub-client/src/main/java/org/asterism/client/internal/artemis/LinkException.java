package org.asterism.client.internal.artemis;

/** A connection to the hub failed. */
final class LinkException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean refused;

    /** @param refused whether the hub does not want this member, so that a human must act */
    LinkException(String message, boolean refused, Throwable cause) {
        super(message, cause);
        this.refused = refused;
    }

    boolean refused() {
        return refused;
    }
}
