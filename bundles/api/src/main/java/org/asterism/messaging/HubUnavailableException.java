package org.asterism.messaging;

/** The link to the hub is down, or broke before the answer came: a request may or may not have been carried out. */
public final class HubUnavailableException extends MessagingException {

    private static final long serialVersionUID = 1L;

    public HubUnavailableException(String message) {
        super(message);
    }
}
