package org.asterism.monitor.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The long pauses of the garbage collector in the last minutes. Thread-safe. */
public final class GcPauses {

    private static final int MOST = 100;

    private final Duration limit;
    private final Duration memory;
    private final Deque<Pause> longOnes = new ArrayDeque<>();

    /** @param end monotonic, in nanoseconds */
    private record Pause(Duration length, long end) {}

    /**
     * Remembers pauses.
     *
     * @param limit a pause that is shorter is forgotten at once
     * @param memory how long others are remembered
     */
    public GcPauses(Duration limit, Duration memory) {
        this.limit = limit;
        this.memory = memory;
    }

    /** A pause has ended. */
    public synchronized void add(Duration length, long now) {
        if (length.compareTo(limit) >= 0) {
            longOnes.add(new Pause(length, now));
            if (longOnes.size() > MOST) {
                longOnes.remove();
            }
        }
    }

    /** The longest that is remembered, and how many are; empty if none is. */
    public synchronized Optional<String> text(long now) {
        longOnes.removeIf(pause -> now - pause.end() > memory.toNanos());
        return longOnes.stream()
                .map(Pause::length)
                .max(Duration::compareTo)
                .map(longest -> longOnes.size() + " pauses of the garbage collector took at least " + limit.toMillis()
                        + " ms in the last " + memory.toMinutes() + " minutes, the longest " + longest.toMillis()
                        + " ms");
    }
}
