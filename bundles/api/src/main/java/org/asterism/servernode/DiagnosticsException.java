package org.asterism.servernode;

/** A server node could not be looked into; the message tells a person why and what to do. */
public final class DiagnosticsException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With what is wrong. */
    public DiagnosticsException(String message) {
        super(message);
    }

    /** With what is wrong and its cause. */
    public DiagnosticsException(String message, Throwable cause) {
        super(message, cause);
    }
}
