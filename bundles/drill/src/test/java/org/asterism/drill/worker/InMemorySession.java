package org.asterism.drill.worker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.LockSession;
import org.asterism.lock.LockTimeoutException;

/** A session of {@link InMemoryLocks}. */
record InMemorySession(String id, InMemoryLocks locks) implements LockSession {

    @Override
    public HeldLock acquire(LockKey key, LockMode mode, Duration wait) throws InterruptedException {
        return acquireAll(List.of(new LockRequest(key, mode)), wait).get(0);
    }

    @Override
    public List<HeldLock> acquireAll(List<LockRequest> requests, Duration wait) throws InterruptedException {
        return List.copyOf(locks.acquire(id, requests, Optional.empty(), wait));
    }

    @Override
    public Optional<HeldLock> tryAcquire(LockKey key, LockMode mode) throws InterruptedException {
        try {
            return Optional.of(acquire(key, mode, Duration.ZERO));
        } catch (LockTimeoutException busy) {
            return Optional.empty();
        }
    }

    @Override
    public CompletableFuture<HeldLock> acquireAsync(LockKey key, LockMode mode, Duration wait) {
        return locks.acquireAsync(id, new LockRequest(key, mode), wait).thenApply(lock -> lock);
    }

    @Override
    public boolean isFree(LockKey key, LockMode mode) {
        return true;
    }

    @Override
    public List<HeldLock> held() {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        locks.releaseAll(id);
    }
}
