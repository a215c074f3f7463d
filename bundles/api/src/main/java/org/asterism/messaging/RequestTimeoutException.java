package org.asterism.messaging;

/** No answer came in time: the request may or may not have been carried out. */
public final class RequestTimeoutException extends MessagingException {

    private static final long serialVersionUID = 1L;

    public RequestTimeoutException(String message) {
        super(message);
    }
}
