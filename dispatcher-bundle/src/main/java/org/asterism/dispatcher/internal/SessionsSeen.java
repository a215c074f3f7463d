package org.asterism.dispatcher.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The HTTP sessions that were seen within the last minutes: by a hash of their ids, so that no id can be read out of it, and up to a
 * bound. Safe for use by all threads.
 */
public final class SessionsSeen {

    private static final long WINDOW_NANOS = Duration.ofMinutes(10).toNanos();
    private static final int MOST = 100_000;

    private final Map<Long, Long> seen = new ConcurrentHashMap<>();

    public void seen(long session, long now) {
        if (seen.size() < MOST || seen.containsKey(session)) {
            seen.put(session, now);
        }
    }

    /** It is tied to another target now. */
    public void left(long session) {
        seen.remove(session);
    }

    /** How many there are, without those that were not seen for too long. */
    public int count(long now) {
        seen.values().removeIf(last -> now - last > WINDOW_NANOS);
        return seen.size();
    }
}
