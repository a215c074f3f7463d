package org.asterism.servernode;

/** A roll did not begin or ended early; the message tells a person why and what to do. */
public final class RollException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With what is wrong and what to do about it. */
    public RollException(String message) {
        super(message);
    }
}
