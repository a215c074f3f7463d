package org.asterism.persistence.internal.jta;

import java.util.concurrent.Executor;
import javax.transaction.Status;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;
import org.asterism.lock.LockService;
import org.asterism.lock.LockSession;
import org.asterism.lock.TransactionLocks;

/** Gives each JTA transaction one session of locks. */
public class JtaTransactionLocks implements TransactionLocks {

    private final LockService locks;
    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;
    private final Executor executor;

    /** @param executor marks transactions whose locks are lost: that may have to wait for the database */
    public JtaTransactionLocks(
            LockService locks,
            TransactionManager manager,
            TransactionSynchronizationRegistry registry,
            Executor executor) {
        this.locks = locks;
        this.manager = manager;
        this.registry = registry;
        this.executor = executor;
    }

    @Override
    public LockSession current() {
        if (registry.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("there is no active transaction that locks could belong to");
        }
        if (registry.getResource(this) instanceof TransactionSession session) {
            return session;
        }
        TransactionSession session = new TransactionSession(locks.openSession(), transaction(), executor);
        registry.registerInterposedSynchronization(session.synchronization());
        registry.putResource(this, session);
        return session;
    }

    private Transaction transaction() {
        try {
            return manager.getTransaction();
        } catch (SystemException e) {
            throw new IllegalStateException("the transaction of this thread is not known: " + e.getMessage(), e);
        }
    }
}
