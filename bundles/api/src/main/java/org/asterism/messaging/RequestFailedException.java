package org.asterism.messaging;

/** The handler of the request failed; the message is the handler's own. */
public final class RequestFailedException extends MessagingException {

    private static final long serialVersionUID = 1L;

    public RequestFailedException(String message) {
        super(message);
    }
}
