package org.asterism.client.internal;

import java.time.Duration;

/**
 * Whether the hub still gives signs of life on one connection. Counts only the time in which this process could have heard one:
 * after a pause of its own it listens for the rest of the limit. {@link #heard} is for any thread, the rest for one.
 */
public final class HubPulse {

    private static final long LONGEST_STEP = Duration.ofMillis(200).toNanos();

    private final long limit;
    private volatile boolean heard;
    private long looked;
    private long silent;

    /** @param now nanoseconds of a monotonic clock, as those of {@link #isGone} */
    public HubPulse(Duration limit, long now) {
        this.limit = limit.toNanos();
        this.looked = now;
    }

    /** A sign of life. */
    public void heard() {
        heard = true;
    }

    /** Whether there was none for the limit. To be asked many times a second. */
    public boolean isGone(long now) {
        silent += Math.min(now - looked, LONGEST_STEP);
        looked = now;
        if (heard) {
            heard = false;
            silent = 0;
        }
        return silent >= limit;
    }
}
