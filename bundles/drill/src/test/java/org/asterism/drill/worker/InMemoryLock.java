package org.asterism.drill.worker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.testing.lock.PartialHeldLock;

/** A lock of {@link InMemoryLocks}. */
final class InMemoryLock extends PartialHeldLock {

    private final InMemoryLocks locks;
    private final String session;
    private final CompletableFuture<LockLoss> lost = new CompletableFuture<>();

    InMemoryLock(InMemoryLocks locks, String session, LockKey key, LockMode mode, long token) {
        super(key, mode, token);
        this.locks = locks;
        this.session = session;
    }

    String session() {
        return session;
    }

    void dropped() {
        lost.complete(new LockLoss(
                key(), mode(), session, fencingToken(), LockLoss.Cause.PROMOTED_BY_OTHER, "another was promoted"));
    }

    @Override
    public boolean isValid() {
        return locks.isHeld(this);
    }

    @Override
    public HeldLock promote(Duration wait) throws InterruptedException {
        return locks.acquire(session, List.of(new LockRequest(key(), LockMode.EXCLUSIVE)), Optional.of(this), wait)
                .get(0);
    }

    @Override
    public CompletionStage<LockLoss> lost() {
        return lost;
    }

    @Override
    public void close() {
        locks.release(this);
    }
}
