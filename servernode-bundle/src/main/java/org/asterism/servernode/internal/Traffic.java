package org.asterism.servernode.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.servernode.NodeLoad;

/**
 * Counts the requests that are not answered to the end, and the HTTP sessions whose last request was here. Safe for use by several
 * threads; time is on a clock that only goes forward.
 */
public final class Traffic {

    /** More are not counted: what is counted is kept in memory. */
    private static final int MAX_SESSIONS = 100_000;

    private final AtomicInteger requests = new AtomicInteger();
    private final Map<String, Duration> ends = new ConcurrentHashMap<>();

    /** A request has come; {@link #ended} must follow. */
    public void begun() {
        requests.incrementAndGet();
    }

    /** It is answered, or its client is gone. */
    public void ended() {
        requests.decrementAndGet();
    }

    /**
     * A request of a session was served.
     *
     * @param session tells it from all others
     * @param idle how long it lives without a request; zero or less: for ever
     */
    public void used(String session, Duration idle, Duration now) {
        if (ends.size() < MAX_SESSIONS || ends.containsKey(session)) {
            boolean forEver = idle.isZero() || idle.isNegative();
            ends.put(session, forEver ? Duration.ofSeconds(Long.MAX_VALUE) : now.plus(idle));
        }
    }

    /** A session was ended on purpose. */
    public void gone(String session) {
        ends.remove(session);
    }

    /** What there is to do. */
    public NodeLoad load(Duration now) {
        ends.values().removeIf(end -> end.compareTo(now) <= 0);
        return new NodeLoad(Math.max(0, requests.get()), ends.size());
    }
}
