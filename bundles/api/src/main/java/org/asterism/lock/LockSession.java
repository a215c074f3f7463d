package org.asterism.lock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An owner of locks within a member. Safe for use by several threads. */
public interface LockSession extends AutoCloseable {

    /** Unique in the cluster. */
    String id();

    /**
     * Takes one lock, waiting in the queue for up to {@code wait}; a restart of the hub on the way costs time, not the place.
     *
     * @throws LockTimeoutException if it was not granted in time
     * @throws LockUnavailableException if there was no hub to ask until the time was over
     * @throws LockRefusedException if a bound of the lock table is reached
     * @throws DeadlockException if this request was chosen to end a deadlock
     * @throws InterruptedException if the thread was interrupted; the request is withdrawn
     */
    HeldLock acquire(LockKey key, LockMode mode, Duration wait) throws InterruptedException;

    /**
     * Takes all of these or none, in one request; whoever waits for several holds none of them meanwhile.
     *
     * @param requests at least one and at most 64
     * @return in the same order; each is released on its own
     * @throws LockException as {@link #acquire} does
     */
    List<HeldLock> acquireAll(List<LockRequest> requests, Duration wait) throws InterruptedException;

    /** Takes a lock if it is free now; never waits in the queue. */
    Optional<HeldLock> tryAcquire(LockKey key, LockMode mode) throws InterruptedException;

    /**
     * Like {@link #acquire} without a thread that waits. Cancelling the future withdraws the request; it fails with a
     * {@link LockException}. It is completed on the link's thread: go on elsewhere ({@code thenApplyAsync}) if that takes time.
     */
    CompletableFuture<HeldLock> acquireAsync(LockKey key, LockMode mode, Duration wait);

    /** Whether this session would be granted the lock at once; takes nothing. */
    boolean isFree(LockKey key, LockMode mode) throws InterruptedException;

    /** What this session holds now, in no particular order; each lock of a re-entrant one on its own. */
    List<HeldLock> held();

    /** False for good once the session was closed, or has moved to another member ({@link MovableSessions}). */
    boolean isOpen();

    /** Releases all locks of this session. Never blocks and never fails. */
    @Override
    void close();
}
