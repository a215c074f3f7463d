package org.asterism.drill.worker;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asterism.lock.HeldLock;

/** Waits for what should come. */
final class Futures {

    private static final Duration LATE = Duration.ofSeconds(20);

    private Futures() {}

    /**
     * Waits for a lock and cancels the request if it has not come after a while; one that comes in this moment is had.
     *
     * @param withdrawn when to cancel, unless that is after {@code patience}
     * @throws TimeoutException if the request did not end long after its patience
     */
    static HeldLock await(CompletableFuture<HeldLock> future, Duration patience, Duration withdrawn)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (withdrawn.compareTo(patience) < 0) {
            try {
                return future.get(withdrawn.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (future.cancel(true)) {
                    throw new CancellationException("after " + withdrawn.toMillis() + " ms");
                }
            }
        }
        return future.get(patience.plus(LATE).toNanos(), TimeUnit.NANOSECONDS);
    }
}
