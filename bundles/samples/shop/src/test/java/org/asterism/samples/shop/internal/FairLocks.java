package org.asterism.samples.shop.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockTimeoutException;
import org.asterism.lock.LockUnavailableException;
import org.asterism.testing.lock.PartialHeldLock;
import org.asterism.testing.lock.PartialLocks;

/** The locks of a cluster in one JVM. */
public final class FairLocks extends PartialLocks {

    private final Map<LockKey, Semaphore> locks = new ConcurrentHashMap<>();
    private final AtomicLong tokens = new AtomicLong();
    private volatile boolean down;
    private volatile boolean lost;

    public void down(boolean isDown) {
        down = isDown;
    }

    /** Locks that are granted from now on are lost at once. */
    public void lose() {
        lost = true;
    }

    @Override
    public HeldLock acquire(LockKey key, LockMode mode, Duration wait) throws InterruptedException {
        if (down) {
            throw new LockUnavailableException("no hub for " + wait.toMillis() + " ms");
        }
        Semaphore semaphore = locks.computeIfAbsent(key, any -> new Semaphore(1, true));
        if (!semaphore.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new LockTimeoutException(key + " was held by others for " + wait.toMillis() + " ms");
        }
        return new Held(key, mode, tokens.incrementAndGet(), semaphore);
    }

    private final class Held extends PartialHeldLock {

        private final Semaphore semaphore;

        Held(LockKey key, LockMode mode, long token, Semaphore semaphore) {
            super(key, mode, token);
            this.semaphore = semaphore;
        }

        @Override
        public boolean isValid() {
            return !lost;
        }

        @Override
        public void close() {
            semaphore.release();
        }
    }
}
