package org.asterism.deployment;

/** A change or a question could not be carried out; the message tells a person why and what to do. Nothing was changed. */
public final class DeploymentException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With what is wrong and what to do about it. */
    public DeploymentException(String message) {
        super(message);
    }

    /** With what is wrong and what to do about it. */
    public DeploymentException(String message, Throwable cause) {
        super(message, cause);
    }
}
