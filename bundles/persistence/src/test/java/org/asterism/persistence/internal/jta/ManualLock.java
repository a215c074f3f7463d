package org.asterism.persistence.internal.jta;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockLoss.Cause;
import org.asterism.lock.LockMode;
import org.asterism.testing.lock.PartialHeldLock;

/** A lock that is held until the test says otherwise. */
final class ManualLock extends PartialHeldLock {

    private final CompletableFuture<LockLoss> loss = new CompletableFuture<>();
    private volatile boolean valid = true;

    ManualLock(LockKey key, LockMode mode, long token) {
        super(key, mode, token);
    }

    static ManualLock exclusive(LockKey key, long token) {
        return new ManualLock(key, LockMode.EXCLUSIVE, token);
    }

    /** Nobody has been told yet. */
    void expire() {
        valid = false;
    }

    void lose() {
        valid = false;
        loss.complete(new LockLoss(key(), mode(), "s", fencingToken(), Cause.FREED, "the test says so"));
    }

    @Override
    public boolean isValid() {
        return valid;
    }

    @Override
    public CompletionStage<LockLoss> lost() {
        return loss;
    }

    @Override
    public HeldLock promote(Duration wait) {
        valid = false;
        return ManualLock.exclusive(key(), fencingToken() + 1);
    }

    @Override
    public void close() {
        valid = false;
    }
}
