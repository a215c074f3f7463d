package org.asterism.dispatcher.internal;

/** How an attempt to have a request answered failed. */
public enum Failure {
    /** There was no connection. */
    NOT_CONNECTED(true),
    /** The connection broke before the head of the request was sent: nothing of it can have been processed. */
    NOT_SENT(false),
    /** A connection from the pool broke before an answer: most likely it was closed while it was idle. */
    STALE(false),
    /** A new connection broke before an answer. */
    BROKEN(true);

    private final boolean counts;

    Failure(boolean counts) {
        this.counts = counts;
    }

    /** Whether it says that something is wrong with the target. */
    public boolean counts() {
        return counts;
    }

    public boolean perhapsProcessed() {
        return this == STALE || this == BROKEN;
    }
}
