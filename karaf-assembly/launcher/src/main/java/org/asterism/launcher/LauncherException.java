package org.asterism.launcher;

/** A command cannot do what it was asked to. The message alone tells a person what is wrong and what to do. */
public final class LauncherException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With what is wrong and what to do about it. */
    public LauncherException(String message) {
        super(message);
    }

    /** With what is wrong, what to do about it, and what it comes from. */
    public LauncherException(String message, Throwable cause) {
        super(message, cause);
    }
}
