package org.asterism.client.internal;

import java.time.Duration;

/** Pauses between attempts: each twice as long as the one before, up to a limit. Not thread-safe. */
public final class Backoff {

    private final Duration first;
    private final Duration limit;
    private Duration next;

    public Backoff(Duration first, Duration limit) {
        this.first = first;
        this.limit = limit;
        this.next = first;
    }

    public Duration next() {
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(limit) > 0 ? limit : doubled;
        return pause;
    }

    public void reset() {
        next = first;
    }
}
