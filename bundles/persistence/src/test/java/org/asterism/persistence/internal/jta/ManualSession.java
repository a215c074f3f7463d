package org.asterism.persistence.internal.jta;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.LockSession;

/** Grants everything at once, except what is asked for without a thread: the test completes that. */
final class ManualSession implements LockSession {

    final List<ManualLock> granted = new ArrayList<>();
    final CompletableFuture<HeldLock> pending = new CompletableFuture<>();
    Runnable onClose = () -> {};
    boolean closed;

    @Override
    public String id() {
        return "s";
    }

    @Override
    public HeldLock acquire(LockKey key, LockMode mode, Duration wait) {
        ManualLock lock = new ManualLock(key, mode, granted.size() + 1L);
        granted.add(lock);
        return lock;
    }

    @Override
    public List<HeldLock> acquireAll(List<LockRequest> requests, Duration wait) {
        return requests.stream()
                .map(request -> acquire(request.key(), request.mode(), wait))
                .toList();
    }

    @Override
    public Optional<HeldLock> tryAcquire(LockKey key, LockMode mode) {
        return Optional.of(acquire(key, mode, Duration.ZERO));
    }

    @Override
    public CompletableFuture<HeldLock> acquireAsync(LockKey key, LockMode mode, Duration wait) {
        return pending;
    }

    @Override
    public boolean isFree(LockKey key, LockMode mode) {
        return true;
    }

    @Override
    public List<HeldLock> held() {
        return List.copyOf(granted);
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        granted.forEach(ManualLock::close);
        onClose.run();
    }
}
