package org.asterism.persistence.internal.jta;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import javax.sql.DataSource;
import javax.transaction.Status;
import javax.transaction.TransactionSynchronizationRegistry;
import org.asterism.lock.Fence;
import org.asterism.lock.FenceUnavailableException;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLostException;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockTimeoutException;
import org.asterism.lock.StaleLockException;
import org.asterism.persistence.internal.FenceKey;
import org.asterism.persistence.internal.jdbc.FenceTable;

/**
 * Advances the fence in the JTA transaction of the thread: its connection is that of the business writes, because the pool
 * gives everyone in a transaction the same one.
 */
public class JtaFence implements Fence {

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final FenceTable table;

    /** @param dataSource takes part in JTA transactions */
    public JtaFence(DataSource dataSource, TransactionSynchronizationRegistry transactions, FenceTable table) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.table = table;
    }

    @Override
    public void advance(HeldLock lock, LockKey key) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("there is no active transaction in which a fence could be advanced");
        }
        boolean done = false;
        try {
            requireCovered(lock, key);
            requireHeld(lock);
            advanceRow(lock, key);
            done = true;
        } finally {
            if (!done) {
                transactions.setRollbackOnly();
            }
        }
    }

    private static void requireCovered(HeldLock lock, LockKey key) {
        if (lock.mode() == LockMode.SHARED || lock.mode() == LockMode.OPTIMISTIC) {
            throw new IllegalArgumentException(
                    "a fence is advanced by exclusive locks only: " + lock.key() + " is held " + lock.mode());
        }
        if (key.hasWildcard()) {
            throw new IllegalArgumentException("an area has no fence, the keys in it have: " + key);
        }
        if (!lock.key().overlaps(key)) {
            throw new IllegalArgumentException("the lock " + lock.key() + " does not cover " + key);
        }
    }

    private static void requireHeld(HeldLock lock) {
        if (!lock.isValid()) {
            throw new LockLostException("the lock " + lock.key() + " is not held any more: nothing is written");
        }
    }

    private void advanceRow(HeldLock lock, LockKey key) {
        try (Connection connection = dataSource.getConnection()) {
            OptionalLong later = table.advance(connection, FenceKey.of(key), lock.fencingToken());
            if (later.isPresent()) {
                throw new StaleLockException("the lock " + lock.key() + " with token " + lock.fencingToken()
                        + " is stale: the fence is at " + later.getAsLong());
            }
        } catch (SQLException e) {
            throw translated(e, key);
        }
    }

    private static RuntimeException translated(SQLException e, LockKey key) {
        if (!FenceTable.isTimeout(e)) {
            return new FenceUnavailableException("the fence of " + key + " was not advanced: " + e.getMessage(), e);
        }
        LockTimeoutException timeout =
                new LockTimeoutException("the transaction of an earlier holder keeps the fence of " + key);
        timeout.initCause(e);
        return timeout;
    }
}
