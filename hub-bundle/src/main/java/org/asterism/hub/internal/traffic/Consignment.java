package org.asterism.hub.internal.traffic;

import java.util.concurrent.atomic.AtomicInteger;

/** The one-way messages of one frame: done when every receiver has confirmed them or is gone. Thread-safe. */
final class Consignment {

    private final long number;
    private final Confirmations confirmations;
    private final AtomicInteger open = new AtomicInteger(1);
    private volatile boolean done;

    Consignment(long number, Confirmations confirmations) {
        this.number = number;
        this.confirmations = confirmations;
    }

    /** For what nobody waits for. */
    static Consignment ofHub() {
        return new Consignment(0, Confirmations.IGNORED);
    }

    long number() {
        return number;
    }

    boolean isDone() {
        return done;
    }

    /** One more receiver. */
    void hold() {
        open.incrementAndGet();
    }

    /** One receiver less; the first count is that of the frame itself, while it is taken apart. */
    void release() {
        if (open.decrementAndGet() == 0) {
            done = true;
            confirmations.advance();
        }
    }
}
