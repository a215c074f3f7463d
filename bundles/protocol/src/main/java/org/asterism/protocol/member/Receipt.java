package org.asterism.protocol.member;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts who still works on what came in one frame. Thread-safe. */
public final class Receipt {

    private final AtomicInteger open = new AtomicInteger(1);
    private final Runnable whenDone;

    /** @param whenDone called once, by whoever is the last */
    public Receipt(Runnable whenDone) {
        this.whenDone = whenDone;
    }

    /** For what nobody confirms. */
    public static Receipt none() {
        return new Receipt(() -> {});
    }

    /** One more works on it. */
    public void hold() {
        open.incrementAndGet();
    }

    /** One is done; the first count is that of the creator. */
    public void release() {
        if (open.decrementAndGet() == 0) {
            whenDone.run();
        }
    }
}
