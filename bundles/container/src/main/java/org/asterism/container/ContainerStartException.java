package org.asterism.container;

/** A container could not be started; the message alone tells a person what to do. */
public final class ContainerStartException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With what is wrong and what to do about it. */
    public ContainerStartException(String message) {
        super(message);
    }

    /** With what is wrong, what to do about it, and what it comes from. */
    public ContainerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
