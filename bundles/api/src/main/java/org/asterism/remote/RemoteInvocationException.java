package org.asterism.remote;

/**
 * A remote service failed with an exception that its interface does not declare. Also the cause of a declared one, to tell
 * what was thrown at the service's side.
 */
public final class RemoteInvocationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remoteType;

    /**
     * @param remoteType the class name of what the service threw; the class need not exist here
     * @param message its message, empty if it had none
     */
    public RemoteInvocationException(String remoteType, String message) {
        super(message.isEmpty() ? remoteType : remoteType + ": " + message);
        this.remoteType = remoteType;
    }

    /** The class name of what the service threw. */
    public String remoteType() {
        return remoteType;
    }
}
