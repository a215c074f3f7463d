package org.asterism.singleton.internal;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockMode;

/** A lock as a component sees it, which cannot give it back. */
public record LentLock(HeldLock owned) implements HeldLock {

    @Override
    public LockKey key() {
        return owned.key();
    }

    @Override
    public LockMode mode() {
        return owned.mode();
    }

    @Override
    public long fencingToken() {
        return owned.fencingToken();
    }

    @Override
    public boolean isValid() {
        return owned.isValid();
    }

    @Override
    public HeldLock promote(Duration wait) throws InterruptedException {
        return owned.promote(wait);
    }

    @Override
    public CompletionStage<LockLoss> lost() {
        return owned.lost();
    }

    @Override
    public void close() {}
}
