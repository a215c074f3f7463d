package org.asterism.drill;

/** A drill has no verdict; the message says why. */
public final class DrillException extends Exception {

    private static final long serialVersionUID = 1L;

    public DrillException(String message) {
        super(message);
    }

    public DrillException(String message, Throwable cause) {
        super(message, cause);
    }
}
