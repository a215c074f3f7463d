package org.asterism.testing.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLossListener;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockService;
import org.asterism.lock.LockSession;

/** A lock service of which a test needs a part: what is not overridden fails. */
public abstract class PartialLocks implements LockService {

    @Override
    public LockSession openSession() {
        throw notNeeded();
    }

    @Override
    public LockSession memberSession() {
        throw notNeeded();
    }

    @Override
    public HeldLock acquire(LockKey key, LockMode mode, Duration wait) throws InterruptedException {
        throw notNeeded();
    }

    @Override
    public Optional<HeldLock> tryAcquire(LockKey key, LockMode mode) throws InterruptedException {
        throw notNeeded();
    }

    @Override
    public Lock lock(LockKey key) {
        throw notNeeded();
    }

    @Override
    public ReadWriteLock readWriteLock(LockKey key) {
        throw notNeeded();
    }

    @Override
    public AutoCloseable listen(LockLossListener listener) {
        throw notNeeded();
    }

    private static UnsupportedOperationException notNeeded() {
        return new UnsupportedOperationException("not needed here");
    }
}
