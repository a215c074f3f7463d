package org.asterism.deployment.internal.osgi;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one thread; rung several times while it works it wakes it once. */
final class Bell {

    private final Semaphore rung = new Semaphore(0);

    void ring() {
        rung.release();
    }

    /** Waits until it is rung, at most for so long. */
    void await(Duration limit) throws InterruptedException {
        if (rung.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
