package org.asterism.servernode.internal;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Decides from when on an engine that has just started is ready: as soon as its applications were brought to it, or when they were waited for too
 * long. Once ready it stays so. Not safe for use by several threads.
 */
public final class FirstReadiness {

    private final BooleanSupplier brought;
    private final Duration deadline;
    private boolean ready;

    /**
     * @param brought whether the applications are there
     * @param limit how long they are waited for; zero: not at all
     * @param now on a clock that only goes forward
     */
    public FirstReadiness(BooleanSupplier brought, Duration limit, Duration now) {
        this.brought = brought;
        this.deadline = now.plus(limit);
    }

    /** What is seen of it now. */
    public enum State {
        /** Wait. */
        WAITING,
        /** Ready from this moment on. */
        BROUGHT,
        /** Ready from this moment on though the applications did not come in time. */
        OVERDUE,
        /** Ready as before. */
        READY
    }

    /** Looks again. */
    public State look(Duration now) {
        if (ready) {
            return State.READY;
        }
        boolean there = brought.getAsBoolean();
        ready = there || now.compareTo(deadline) >= 0;
        State opened = there ? State.BROUGHT : State.OVERDUE;
        return ready ? opened : State.WAITING;
    }
}
