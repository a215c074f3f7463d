package org.asterism.servernode;

/** A drain did not begin or ended early; the message tells a person why. */
public final class DrainException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With what is wrong. */
    public DrainException(String message) {
        super(message);
    }
}
