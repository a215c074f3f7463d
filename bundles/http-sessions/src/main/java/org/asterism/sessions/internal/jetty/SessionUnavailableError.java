package org.asterism.sessions.internal.jetty;

import javax.servlet.UnavailableException;

/**
 * Nobody knows at the moment whether the client has a session. It is an error and no exception because Jetty takes an exception of
 * its store for "there is no session" and lets the request go on without; this one ends it with 503.
 */
final class SessionUnavailableError extends Error {

    private static final long serialVersionUID = 1L;
    private static final int RETRY_SECONDS = 1;

    SessionUnavailableError(Throwable cause) {
        super(cause.getMessage(), unavailable(cause));
    }

    private static UnavailableException unavailable(Throwable cause) {
        UnavailableException unavailable = new UnavailableException(cause.getMessage(), RETRY_SECONDS);
        unavailable.initCause(cause);
        return unavailable;
    }
}
