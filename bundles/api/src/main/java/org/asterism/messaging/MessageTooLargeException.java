package org.asterism.messaging;

/** The payload exceeds the configured maximum; nothing was sent. */
public final class MessageTooLargeException extends MessagingException {

    private static final long serialVersionUID = 1L;

    public MessageTooLargeException(String message) {
        super(message);
    }
}
