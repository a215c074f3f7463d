package org.asterism.hub.internal.http;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * What waits for one listener, up to a bound. Thread-safe; never blocks.
 *
 * <ol>
 *   <li>At most one writer takes from it at a time. In the beginning there is one; it rests when it finds nothing, and the
 *       {@link #offer} that finds it at rest must wake it.
 *   <li>What comes is taken in the order in which it was offered, or the queue is over.
 *   <li>A queue that was full once, or closed, is over and empty for ever.
 * </ol>
 */
final class EventQueue {

    /** What an offer has come to. */
    enum Outcome {
        /** The writer will take it. */
        WAITS,
        /** The writer rests; the caller must wake it. */
        WAKE,
        /** There is no room: the queue is over now. */
        OVERFLOW,
        /** The queue was over before. */
        OVER
    }

    private final int capacity;
    private final Queue<byte[]> events = new ArrayDeque<>();
    private boolean resting;
    private boolean over;

    EventQueue(int capacity) {
        this.capacity = capacity;
    }

    synchronized Outcome offer(byte[] event) {
        if (over) {
            return Outcome.OVER;
        }
        if (events.size() == capacity) {
            close();
            return Outcome.OVERFLOW;
        }
        events.add(event);
        boolean wake = resting;
        resting = false;
        return wake ? Outcome.WAKE : Outcome.WAITS;
    }

    /** Offers what is of use only while nothing else is on its way; true if the caller must wake the writer. */
    synchronized boolean offerAtRest(byte[] event) {
        return resting && offer(event) == Outcome.WAKE;
    }

    /** For the writer: the next one, if there is one. */
    synchronized Optional<byte[]> take() {
        return Optional.ofNullable(events.poll());
    }

    /** For the writer: whether it may rest, because nothing waits. If not, it must go on. */
    synchronized boolean rest() {
        resting = events.isEmpty();
        return resting;
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized void close() {
        over = true;
        events.clear();
    }
}
