package org.asterism.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;

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

    /** The owner that stands for this member in this life; its {@link LockSession#close} releases what it holds and no more. */
    LockSession memberSession();

    /** Takes one lock in a session of its own, like {@link LockSession#acquire}; the session ends with the lock. */
    HeldLock acquire(LockKey key, LockMode mode, Duration wait) throws InterruptedException;

    /** Takes a lock in a session of its own if it is free now, like {@link LockSession#tryAcquire}. */
    Optional<HeldLock> tryAcquire(LockKey key, LockMode mode) throws InterruptedException;

    /**
     * An exclusive lock as the platform knows it: owned by threads, re-entrant, fair. All adapters of one key and one member are
     * the same lock. Its methods throw {@link LockException} where no lock is to be had for another reason than others;
     * {@link Lock#newCondition} is not supported. {@link Lock#unlock} by a thread that does not hold it throws
     * {@link IllegalMonitorStateException}, and so it does if the lock was lost meanwhile.
     */
    Lock lock(LockKey key);

    /** A shared and an exclusive lock in the same manner. Taking the exclusive one while holding the shared one is allowed. */
    ReadWriteLock readWriteLock(LockKey key);

    /** Hears of all losses in this member until it is closed. */
    AutoCloseable listen(LockLossListener listener);
}
