package org.asterism.messaging;

/** Nobody there listens to the topic; nothing was carried out. */
public final class NoListenerException extends MessagingException {

    private static final long serialVersionUID = 1L;

    public NoListenerException(String message) {
        super(message);
    }
}
