package org.asterism.supervisor.internal.process;

/** A process could not be started; the message alone tells a person what to do. */
final class LaunchFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LaunchFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
