package org.asterism.lock.internal.client;

/**
 * A question to the server. By identity: only the answer to the latest one counts.
 *
 * @param begin when it was asked, on the monotonic clock, in nanoseconds
 */
record Attempt(long term, long begin) {

    /** Not asked yet. */
    static final Attempt NONE = new Attempt(Term.NONE.number(), 0);
}
