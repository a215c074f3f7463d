package org.asterism.messaging;

/** On which thread a {@link RequestHandler} is called. */
public enum Serving {
    /** On a thread of the topic's own: a handler that takes its time delays the requests on its own topic alone. */
    QUEUED,
    /**
     * On the network thread of the link, the fastest way: a handler that waits for anything there stops all traffic of this
     * member. Only for handlers that compute and return.
     */
    DIRECT
}
