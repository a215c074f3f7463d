package org.asterism.testing.lock;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockMode;

/** A lock that is valid until a test says otherwise, is never lost, and cannot be promoted. */
public abstract class PartialHeldLock implements HeldLock {

    private final LockKey key;
    private final LockMode mode;
    private final long fencingToken;

    protected PartialHeldLock(LockKey key, LockMode mode, long fencingToken) {
        this.key = key;
        this.mode = mode;
        this.fencingToken = fencingToken;
    }

    @Override
    public LockKey key() {
        return key;
    }

    @Override
    public LockMode mode() {
        return mode;
    }

    @Override
    public long fencingToken() {
        return fencingToken;
    }

    @Override
    public HeldLock promote(Duration wait) throws InterruptedException {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public CompletionStage<LockLoss> lost() {
        return new CompletableFuture<LockLoss>().minimalCompletionStage();
    }
}
