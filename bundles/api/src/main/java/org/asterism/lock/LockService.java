package org.asterism.lock;

import java.time.Duration;

/**
 * Takes cluster-wide locks.
 *
 * <pre>{@code
 * try (HeldLock lock = locks.acquire(LockKey.of("shop", "product", sku), LockMode.EXCLUSIVE, Duration.ofSeconds(5))) {
 *     // nobody else in the cluster is here for this product
 * }
 * }</pre>
 *
 * Two sessions never hold conflicting locks, whatever dies, except that a holder which is cut off from the hub must stop by
 * itself when {@link HeldLock#isValid} turns false; {@link HeldLock#fencingToken} protects what such a holder might still
 * write.
 */
public interface LockService {

    /** A new owner of locks. Locks of different sessions conflict, also within one member and one thread. */
    LockSession openSession();

    /**
     * Takes one lock in a session of its own, waiting in the queue for up to {@code wait}; a restart of the hub on the way
     * costs time, not the request.
     *
     * @throws LockTimeoutException if it was not granted in time
     * @throws LockUnavailableException if there was no hub to ask until the time was over
     * @throws InterruptedException if the thread was interrupted; the request is withdrawn
     */
    HeldLock acquire(LockKey key, LockMode mode, Duration wait) throws InterruptedException;
}
