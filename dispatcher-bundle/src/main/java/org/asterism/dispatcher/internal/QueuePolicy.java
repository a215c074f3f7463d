package org.asterism.dispatcher.internal;

import java.time.Duration;

/**
 * How many requests wait for a target, and for how long. Each application has a queue of its own, so that one that is slow does
 * not turn away the requests for others.
 *
 * @param maxWaiting requests of one application at a time; 0 if none shall wait
 * @param longest wait of one request
 */
public record QueuePolicy(int maxWaiting, Duration longest) {

    public QueuePolicy {
        Require.atLeast("queue.max", maxWaiting, 0);
        Require.positive("queue.millis", longest);
    }

    /** When the wait of a request ends that began to wait then. */
    public long deadline(long since) {
        return since + longest.toNanos();
    }

    /** Whether a request may wait on. */
    public boolean admits(long since, long now) {
        return now - deadline(since) < 0;
    }
}
