package org.asterism.lock;

/**
 * Keeps stale holders from writing to the shared database. A service of {@code asterism-persistence}.
 *
 * <p>The source of the idea: M. Kleppmann, "How to do distributed locking" (2016).
 */
public interface Fence {

    /**
     * Advances the fence row of the lock's key to the lock's token, in this thread's transaction: if a later holder has been
     * here before, nothing of the transaction is written.
     *
     * @throws StaleLockException if the row has a larger token; the transaction can only be rolled back then
     * @throws IllegalStateException if there is no active transaction
     */
    void advance(HeldLock lock);
}
