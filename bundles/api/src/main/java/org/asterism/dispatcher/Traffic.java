package org.asterism.dispatcher;

/**
 * Requests that were answered by server nodes, and how long they took.
 *
 * @param requests answered since the start of the dispatcher
 * @param serverErrors those among them with a status of 500 or more
 * @param perSecond of the last minute
 * @param p50Micros of the last minute; 0 if there were none
 * @param p99Micros of the last minute; 0 if there were none
 * @param maxMicros of the last minute; 0 if there were none
 */
public record Traffic(
        long requests, long serverErrors, double perSecond, long p50Micros, long p99Micros, long maxMicros) {

    /** No requests. */
    public static final Traffic NONE = new Traffic(0, 0, 0, 0, 0, 0);
}
