package org.asterism.itests.karaf;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockMode;

/** A lock that is over, as someone sees it who was paused meanwhile and believes to hold it. */
record Stale(HeldLock over) implements HeldLock {

    @Override
    public LockKey key() {
        return over.key();
    }

    @Override
    public LockMode mode() {
        return over.mode();
    }

    @Override
    public long fencingToken() {
        return over.fencingToken();
    }

    @Override
    public boolean isValid() {
        return true;
    }

    @Override
    public HeldLock promote(Duration wait) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public CompletionStage<LockLoss> lost() {
        return new CompletableFuture<>();
    }

    @Override
    public void close() {
        // it is over
    }
}
