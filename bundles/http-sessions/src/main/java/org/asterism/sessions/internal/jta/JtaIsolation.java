package org.asterism.sessions.internal.jta;

import java.sql.SQLException;
import javax.transaction.InvalidTransactionException;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import org.asterism.sessions.internal.jdbc.Isolation;

/** An answer may be sent in the middle of a transaction, which may be rolled back later: the session is no part of it. */
public final class JtaIsolation implements Isolation {

    private final TransactionManager transactions;

    public JtaIsolation(TransactionManager transactions) {
        this.transactions = transactions;
    }

    @Override
    public <T> T apart(Work<T> work) throws SQLException {
        Transaction suspended = suspend();
        try {
            return work.run();
        } finally {
            resume(suspended);
        }
    }

    private Transaction suspend() throws SQLException {
        try {
            return transactions.suspend();
        } catch (SystemException e) {
            throw new SQLException("the transaction of the application cannot be suspended", e);
        }
    }

    private void resume(Transaction suspended) throws SQLException {
        if (suspended == null) {
            return;
        }
        try {
            transactions.resume(suspended);
        } catch (SystemException | InvalidTransactionException e) {
            throw new SQLException("the transaction of the application cannot be resumed", e);
        }
    }
}
