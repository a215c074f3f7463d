package org.asterism.messaging;

/** The receiver was lost before it answered: the request may or may not have been carried out. */
public final class ListenerDiedException extends MessagingException {

    private static final long serialVersionUID = 1L;

    public ListenerDiedException(String message) {
        super(message);
    }
}
