package org.asterism.persistence.internal.jta;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockMode;

/** A lock that is held until its transaction has completed. */
final class TransactionLock implements HeldLock {

    private final HeldLock lock;
    private final TransactionSession session;

    TransactionLock(HeldLock lock, TransactionSession session) {
        this.lock = lock;
        this.session = session;
    }

    @Override
    public LockKey key() {
        return lock.key();
    }

    @Override
    public LockMode mode() {
        return lock.mode();
    }

    @Override
    public long fencingToken() {
        return lock.fencingToken();
    }

    @Override
    public boolean isValid() {
        return lock.isValid();
    }

    @Override
    public HeldLock promote(Duration wait) throws InterruptedException {
        return session.replace(this, lock.promote(wait));
    }

    @Override
    public CompletionStage<LockLoss> lost() {
        return lock.lost();
    }

    @Override
    public void close() {
        // the end of the transaction does that
    }
}
