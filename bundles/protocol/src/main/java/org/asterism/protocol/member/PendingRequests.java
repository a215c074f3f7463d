package org.asterism.protocol.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Requests that wait for their answers. Thread-safe; completes nothing itself. */
final class PendingRequests {

    private final int capacity;
    private final AtomicInteger size = new AtomicInteger();
    private final Map<Long, Pending> byCorrelation = new ConcurrentHashMap<>();

    PendingRequests(int capacity) {
        this.capacity = capacity;
    }

    /** False if too many wait already. */
    boolean add(Pending pending) {
        if (size.incrementAndGet() > capacity) {
            size.decrementAndGet();
            return false;
        }
        byCorrelation.put(pending.correlation(), pending);
        return true;
    }

    /** The request of this correlation, if it still waits. */
    Optional<Pending> find(long correlation) {
        return Optional.ofNullable(byCorrelation.get(correlation));
    }

    /** Like {@link #find}; it no longer waits. */
    Optional<Pending> take(long correlation) {
        Pending pending = byCorrelation.remove(correlation);
        if (pending != null) {
            size.decrementAndGet();
        }
        return Optional.ofNullable(pending);
    }

    /** Those whose time is over. */
    List<Pending> expire(long now) {
        return takeIf(pending -> pending.deadline() - now <= 0);
    }

    /** Those that are so; they no longer wait. */
    List<Pending> takeIf(Predicate<Pending> wanted) {
        List<Pending> taken = new ArrayList<>();
        for (Pending pending : byCorrelation.values()) {
            if (wanted.test(pending)) {
                take(pending.correlation()).ifPresent(taken::add);
            }
        }
        return taken;
    }
}
