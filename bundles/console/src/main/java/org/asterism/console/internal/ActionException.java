package org.asterism.console.internal;

/** An action was not done; the message tells the person why, and what to do. */
public final class ActionException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why it was not done. */
    public enum Cause {
        /** The person may not. */
        FORBIDDEN,
        /** It was asked for in a wrong way, or of something that is not there. */
        WRONG,
        /** Whoever should do it could not be reached, or could not do it. */
        FAILED
    }

    private final Cause kind;

    /** With what is told. */
    public ActionException(Cause kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Why. */
    public Cause kind() {
        return kind;
    }
}
