package org.asterism.messaging;

/** A message could not be delivered or a request not be answered; each reason has a class of its own. */
public abstract sealed class MessagingException extends RuntimeException
        permits HubUnavailableException,
                ListenerDiedException,
                MessageTooLargeException,
                NoListenerException,
                RequestFailedException,
                RequestTimeoutException {

    private static final long serialVersionUID = 1L;

    MessagingException(String message) {
        super(message);
    }
}
