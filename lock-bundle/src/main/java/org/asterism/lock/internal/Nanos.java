package org.asterism.lock.internal;

import java.time.Duration;

/** Durations as the table counts them. */
final class Nanos {

    /** So long that it makes no difference, and can still be added to. */
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private Nanos() {}

    static long of(Duration duration) {
        return duration.compareTo(FOREVER) > 0 ? FOREVER.toNanos() : duration.toNanos();
    }
}
