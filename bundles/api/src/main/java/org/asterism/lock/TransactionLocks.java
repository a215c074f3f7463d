package org.asterism.lock;

/** Locks that belong to a JTA transaction. A service where there is a transaction manager. */
public interface TransactionLocks {

    /**
     * The session of this thread's transaction, the same one each time. Its locks are released after the transaction has
     * completed, be it by commit or rollback, and not before: closing the session or its locks has no effect. If one of them is
     * lost meanwhile the transaction can only be rolled back.
     *
     * @throws IllegalStateException if there is no active transaction
     */
    LockSession current();
}
