package org.asterism.servernode.internal.servlet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.LockSession;

/** Does what another session does. */
class ForwardingSession implements LockSession {

    private final LockSession session;

    ForwardingSession(LockSession session) {
        this.session = session;
    }

    @Override
    public String id() {
        return session.id();
    }

    @Override
    public HeldLock acquire(LockKey key, LockMode mode, Duration wait) throws InterruptedException {
        return session.acquire(key, mode, wait);
    }

    @Override
    public List<HeldLock> acquireAll(List<LockRequest> requests, Duration wait) throws InterruptedException {
        return session.acquireAll(requests, wait);
    }

    @Override
    public Optional<HeldLock> tryAcquire(LockKey key, LockMode mode) throws InterruptedException {
        return session.tryAcquire(key, mode);
    }

    @Override
    public CompletableFuture<HeldLock> acquireAsync(LockKey key, LockMode mode, Duration wait) {
        return session.acquireAsync(key, mode, wait);
    }

    @Override
    public boolean isFree(LockKey key, LockMode mode) throws InterruptedException {
        return session.isFree(key, mode);
    }

    @Override
    public void close() {
        session.close();
    }
}
