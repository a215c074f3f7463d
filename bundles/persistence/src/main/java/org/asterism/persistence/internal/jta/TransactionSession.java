package org.asterism.persistence.internal.jta;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import javax.transaction.Synchronization;
import javax.transaction.Transaction;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLostException;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.LockSession;

/** The locks of one transaction: nobody but the end of the transaction releases them. */
final class TransactionSession implements LockSession {

    private final LockSession session;
    private final RollbackMark mark;
    private final Set<TransactionLock> held = ConcurrentHashMap.newKeySet();
    private volatile boolean completed;

    TransactionSession(LockSession session, Transaction transaction, Executor executor) {
        this.session = session;
        this.mark = new RollbackMark(transaction, executor);
    }

    /** What the transaction manager tells. */
    Synchronization synchronization() {
        return new Synchronization() {
            @Override
            public void beforeCompletion() {
                requireAllHeld();
            }

            @Override
            public void afterCompletion(int status) {
                completed = true;
                session.close();
            }
        };
    }

    /** The last look: what is thrown here becomes the cause of the rollback. */
    private void requireAllHeld() {
        for (TransactionLock lock : held) {
            if (!lock.isValid()) {
                throw new LockLostException("the lock " + lock.key() + " was lost before the commit");
            }
        }
    }

    private LockSession open() {
        if (completed) {
            throw new IllegalStateException("the transaction has completed: its session takes no more locks");
        }
        return session;
    }

    private HeldLock keep(HeldLock lock) {
        TransactionLock kept = new TransactionLock(lock, this);
        held.add(kept);
        lock.lost().thenAccept(mark::rollbackOnly);
        return kept;
    }

    HeldLock replace(TransactionLock before, HeldLock after) {
        held.remove(before);
        return keep(after);
    }

    @Override
    public String id() {
        return session.id();
    }

    @Override
    public HeldLock acquire(LockKey key, LockMode mode, Duration wait) throws InterruptedException {
        return keep(open().acquire(key, mode, wait));
    }

    @Override
    public List<HeldLock> acquireAll(List<LockRequest> requests, Duration wait) throws InterruptedException {
        return open().acquireAll(requests, wait).stream().map(this::keep).toList();
    }

    @Override
    public Optional<HeldLock> tryAcquire(LockKey key, LockMode mode) throws InterruptedException {
        return open().tryAcquire(key, mode).map(this::keep);
    }

    @Override
    public CompletableFuture<HeldLock> acquireAsync(LockKey key, LockMode mode, Duration wait) {
        return new PendingLock(open().acquireAsync(key, mode, wait), this::keep);
    }

    @Override
    public boolean isFree(LockKey key, LockMode mode) throws InterruptedException {
        return open().isFree(key, mode);
    }

    @Override
    public List<HeldLock> held() {
        return held.stream().filter(HeldLock::isValid).map(HeldLock.class::cast).toList();
    }

    @Override
    public boolean isOpen() {
        return !completed && session.isOpen();
    }

    @Override
    public void close() {
        // the end of the transaction does that
    }
}
