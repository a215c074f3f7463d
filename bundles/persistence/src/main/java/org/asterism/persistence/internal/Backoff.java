package org.asterism.persistence.internal;

import java.time.Duration;

/** How long to wait before the next attempt: doubled each time, up to a bound. */
public record Backoff(Duration first, Duration longest) {

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("retry times must be positive and in order: " + first + ", " + longest);
        }
    }

    /** @param failures so far, at least 1 */
    public Duration after(int failures) {
        Duration wait = first;
        for (int i = 1; i < failures && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
