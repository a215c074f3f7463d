package org.asterism.lock.internal;

import java.time.Duration;

/**
 * For how long a member may believe that its locks are its own. Begins when the proof of contact was asked for, which is
 * before the server heard of it: so it ends before the server gives the locks away.
 *
 * @param begin on the monotonic clock, in nanoseconds
 */
public record Lease(long begin, Duration length) {

    /** No contact yet. */
    public static final Lease NONE = new Lease(0, Duration.ZERO);

    public boolean holdsAt(long now) {
        return now - begin < length.toNanos();
    }

    /** How long it still holds; zero if it is over. */
    public Duration left(long now) {
        return holdsAt(now) ? Duration.ofNanos(end() - now) : Duration.ZERO;
    }

    /** The one that ends later. */
    public Lease latest(Lease other) {
        return other.end() - end() > 0 || this.equals(NONE) ? other : this;
    }

    private long end() {
        return begin + length.toNanos();
    }
}
