package org.asterism.hub.internal.http;

import javax.servlet.ServletException;

/** A request asks in a way that is not understood; the message says what is wrong. */
final class BadParameterException extends ServletException {

    private static final long serialVersionUID = 1L;

    BadParameterException(String message) {
        super(message);
    }
}
