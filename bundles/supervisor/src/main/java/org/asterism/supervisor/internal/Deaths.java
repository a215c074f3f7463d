package org.asterism.supervisor.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Remembers deaths that nobody asked for, and says how long to wait before the next start, or that there is none. */
final class Deaths {

    private final SupervisionPolicy policy;
    private final Deque<Duration> times = new ArrayDeque<>();
    private int inSuccession;

    Deaths(SupervisionPolicy policy) {
        this.policy = policy;
    }

    /**
     * Counts one.
     *
     * @param stable whether the child had been ready for long enough to count this as a first one
     * @return the pause before the restart; empty if there were too many
     */
    Optional<Duration> add(Duration now, boolean stable) {
        inSuccession = stable ? 1 : inSuccession + 1;
        times.addLast(now);
        while (times.getFirst().compareTo(now.minus(policy.restartWindow())) <= 0) {
            times.removeFirst();
        }
        return times.size() > policy.restartLimit() ? Optional.empty() : Optional.of(pause());
    }

    /** How many there were within the window, as of the last one. */
    int count() {
        return times.size();
    }

    void forget() {
        times.clear();
        inSuccession = 0;
    }

    private Duration pause() {
        Duration pause = policy.restartDelay();
        for (int i = 1; i < inSuccession && pause.compareTo(policy.restartDelayMax()) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(policy.restartDelayMax()) < 0 ? pause : policy.restartDelayMax();
    }
}
