package org.asterism.hub.internal.traffic;

import java.util.ArrayDeque;
import java.util.Deque;

/** The frames of one sender that are on their way: up to which number every receiver has them. Thread-safe. */
final class Confirmations {

    /** Frames after which the sender is told at once. */
    private static final int BATCH = 4;

    static final Confirmations IGNORED = new Confirmations(() -> {});

    private final Runnable due;
    private final Deque<Consignment> open = new ArrayDeque<>();
    private volatile long confirmed;
    private volatile long told;

    /** @param due called when the sender should be told soon; must not block */
    Confirmations(Runnable due) {
        this.due = due;
    }

    Consignment open(long number) {
        Consignment consignment = new Consignment(number, this);
        synchronized (open) {
            open.add(consignment);
        }
        return consignment;
    }

    /** Whether the sender has not been told the newest. */
    boolean isNews() {
        return confirmed > told;
    }

    /** Up to which number; from now on it has been told. */
    long tell() {
        told = confirmed;
        return told;
    }

    void advance() {
        synchronized (open) {
            while (!open.isEmpty() && open.peek().isDone()) {
                confirmed = open.poll().number();
            }
        }
        if (confirmed - told >= BATCH) {
            due.run();
        }
    }
}
