package org.asterism.dispatcher.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What is remembered of a target for as long as it is known. Safe for use by all threads. */
public final class TargetRecord {

    private final Map<String, Slots> slots = new ConcurrentHashMap<>();
    private final Expected expected = new Expected();
    private final SessionsSeen sessions = new SessionsSeen();
    private final LongAdder moved = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private volatile FailureSeen last = new FailureSeen("", 0);

    /**
     * A failure that ejected it, or would have.
     *
     * @param since when it began to fail
     */
    public record FailureSeen(String cause, long since) {}

    Slots slots(String application) {
        return slots.computeIfAbsent(application, any -> new Slots());
    }

    Expected expected() {
        return expected;
    }

    /** How many answers have begun, of all applications. */
    public long answered() {
        return slots.values().stream().mapToLong(Slots::answered).sum();
    }

    /** Sessions that were tied to it and seen. */
    public SessionsSeen sessions() {
        return sessions;
    }

    /** A request that was tied to it went to another target. */
    public void moved() {
        moved.increment();
    }

    public long timesMoved() {
        return moved.sum();
    }

    /** @param first whether it was well before */
    void failed(String cause, boolean first, long now) {
        failures.increment();
        last = new FailureSeen(cause, first ? now : last.since());
    }

    public long failures() {
        return failures.sum();
    }

    public FailureSeen lastFailure() {
        return last;
    }
}
