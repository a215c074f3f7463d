package org.asterism.deployment.internal;

/** A deployment could not be brought to a node, or does not work there; the message says which one and why. */
public final class ApplyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String deployment;

    /**
     * @param deployment its name
     * @param message why
     */
    public ApplyException(String deployment, String message, Throwable cause) {
        super(deployment + ": " + message, cause);
        this.deployment = deployment;
    }

    /** Its name. */
    public String deployment() {
        return deployment;
    }
}
