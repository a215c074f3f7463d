package org.asterism.dispatcher.internal;

import java.time.Duration;

/**
 * How many requests wait for a target, and for how long.
 *
 * @param maxWaiting requests at a time; 0 if none shall wait
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

    /** Whether a request may wait on. {@code waiting} does not count it. */
    public boolean admits(int waiting, long since, long now) {
        return waiting < maxWaiting && now - deadline(since) < 0;
    }
}
