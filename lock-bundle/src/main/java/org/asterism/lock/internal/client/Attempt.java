package org.asterism.lock.internal.client;

/** A question to the server. Each one is itself only: what counts is the answer to the latest. */
final class Attempt {

    /** Not asked. */
    static final Attempt NONE = new Attempt(Term.NONE.number(), 0);

    private final long term;
    private final long begin;

    /** @param begin when it was asked, on the monotonic clock, in nanoseconds */
    Attempt(long term, long begin) {
        this.term = term;
        this.begin = begin;
    }

    long term() {
        return term;
    }

    long begin() {
        return begin;
    }
}
