package org.asterism.persistence.internal.jta;

import java.util.concurrent.Executor;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import org.asterism.lock.LockLoss;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a transaction end in a rollback when a lock of it is lost; the thread that works in it need not ask. */
final class RollbackMark {

    private static final Logger LOG = LoggerFactory.getLogger(RollbackMark.class);

    private final Transaction transaction;
    private final Executor executor;

    RollbackMark(Transaction transaction, Executor executor) {
        this.transaction = transaction;
        this.executor = executor;
    }

    /** Returns at once: whoever tells of the loss has others to tell. */
    void rollbackOnly(LockLoss loss) {
        executor.execute(() -> mark(loss));
    }

    private void mark(LockLoss loss) {
        try {
            transaction.setRollbackOnly();
            LOG.warn("Transaction active → rollback only: the lock {} was lost: {}", loss.key(), loss.reason());
        } catch (IllegalStateException | SystemException e) {
            LOG.debug("The lock {} was lost when its transaction was over already", loss.key(), e);
        }
    }
}
