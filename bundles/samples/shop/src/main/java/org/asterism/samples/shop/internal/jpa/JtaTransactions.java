package org.asterism.samples.shop.internal.jpa;

import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.transaction.HeuristicMixedException;
import javax.transaction.HeuristicRollbackException;
import javax.transaction.NotSupportedException;
import javax.transaction.RollbackException;
import javax.transaction.SystemException;
import javax.transaction.UserTransaction;
import org.asterism.samples.shop.internal.DatabaseUnavailableException;

/**
 * Work in JTA transactions: each has an entity manager of its own, which nobody uses before or after. (The {@code JpaTemplate}
 * of Aries JPA 2.7.3 keeps its entity manager on the thread, with everything it has read, when a rollback fails because the
 * database is down; the next one who works on that thread reads what was true then.)
 */
final class JtaTransactions {

    private final EntityManagerFactory units;
    private final UserTransaction transaction;

    JtaTransactions(EntityManagerFactory units, UserTransaction transaction) {
        this.units = units;
        this.transaction = transaction;
    }

    /**
     * Commits what the work did, or rolls it back if the work throws.
     *
     * @throws DatabaseUnavailableException if the database did not answer
     */
    <R> R call(Function<EntityManager, R> work) {
        begin();
        EntityManager em = null;
        R result;
        try {
            em = units.createEntityManager();
            result = work.apply(em);
        } catch (RuntimeException e) {
            rollback(e);
            close(em);
            throw DatabaseFailure.translate(e);
        }
        try {
            commit();
            return result;
        } finally {
            close(em);
        }
    }

    private void begin() {
        try {
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new DatabaseUnavailableException("no transaction: " + e.getMessage(), e);
        }
    }

    private void commit() {
        try {
            transaction.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            throw new DatabaseUnavailableException("not committed: " + e.getMessage(), e);
        }
    }

    private void rollback(RuntimeException reason) {
        try {
            transaction.rollback();
        } catch (SystemException | RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private static void close(EntityManager em) {
        if (em != null) {
            em.close();
        }
    }
}
