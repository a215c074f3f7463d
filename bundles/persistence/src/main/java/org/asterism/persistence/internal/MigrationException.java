package org.asterism.persistence.internal;

/** The changes could not be applied; trying again may help. */
public final class MigrationException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** No connection, or it broke. */
        DATABASE_UNAVAILABLE,
        /** Another member is at it, or nobody is there to grant the lock. */
        LOCK_UNAVAILABLE,
        /** The change log cannot be read or one of its changes fails: a human must act. */
        CHANGE_LOG
    }

    private final Reason reason;

    public MigrationException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
