package org.asterism.samples.shop.internal.jpa;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.PersistenceException;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.SystemException;
import javax.transaction.UserTransaction;

/** Plays the transaction manager of a server node for one thread: entity managers join the transaction that has begun. */
final class LocalTransactions implements UserTransaction {

    private final EntityManagerFactory units;
    private boolean active;
    private boolean failing;
    private EntityManager joined;

    LocalTransactions(EntityManagerFactory units) {
        this.units = units;
    }

    /** From now on nothing can be committed or rolled back, as if the database were gone. */
    void fail() {
        failing = true;
    }

    boolean isOpen() {
        return joined != null && joined.isOpen();
    }

    /** The factory as it is found in a server node. */
    EntityManagerFactory joining() {
        return (EntityManagerFactory) Proxy.newProxyInstance(
                EntityManagerFactory.class.getClassLoader(),
                new Class<?>[] {EntityManagerFactory.class},
                (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(units, arguments);
                        return result instanceof EntityManager em ? join(em) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private EntityManager join(EntityManager em) {
        if (!active) {
            throw new IllegalStateException("no transaction has begun");
        }
        em.getTransaction().begin();
        joined = em;
        return em;
    }

    @Override
    public void begin() {
        if (active) {
            throw new IllegalStateException("a transaction is under way");
        }
        active = true;
    }

    @Override
    public void commit() throws SystemException, RollbackException {
        active = false;
        requireDatabase();
        try {
            joined.getTransaction().commit();
        } catch (PersistenceException e) {
            RollbackException rolledBack = new RollbackException(e.getMessage());
            rolledBack.initCause(e);
            throw rolledBack;
        }
    }

    @Override
    public void rollback() throws SystemException {
        active = false;
        requireDatabase();
        joined.getTransaction().rollback();
    }

    /** A database that is gone has forgotten what was not committed. */
    private void requireDatabase() throws SystemException {
        if (failing) {
            joined.getTransaction().rollback();
            throw new SystemException("no database");
        }
    }

    @Override
    public void setRollbackOnly() {
        joined.getTransaction().setRollbackOnly();
    }

    @Override
    public int getStatus() {
        return active ? Status.STATUS_ACTIVE : Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public void setTransactionTimeout(int seconds) {
        throw new UnsupportedOperationException("not needed here");
    }
}
