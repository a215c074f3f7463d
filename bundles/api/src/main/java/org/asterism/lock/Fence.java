package org.asterism.lock;

/**
 * Keeps stale holders from writing to the shared database: for each key a row remembers the largest token that has come. A
 * service of {@code asterism-persistence}.
 *
 * <p>Advance <b>first</b>, before the transaction reads what it is going to change: the row is locked until the transaction ends,
 * so that what it reads is what all earlier holders have left, and no later one comes in between.
 *
 * <p>The source of the idea: M. Kleppmann, "How to do distributed locking" (2016).
 */
@FunctionalInterface
public interface Fence {

    /**
     * Advances the row of the lock's own key.
     *
     * @see #advance(HeldLock, LockKey)
     */
    default void advance(HeldLock lock) {
        advance(lock, lock.key());
    }

    /**
     * Advances the row of a key to the lock's token, in this thread's transaction: if a later holder has been here before,
     * nothing of the transaction is written. Rows are those of single keys: whoever holds an area advances each key within it
     * that the transaction changes. Whatever is thrown, the transaction can only be rolled back then.
     *
     * @param lock exclusive, of whichever kind
     * @param key what the lock covers or a part of it, without a wildcard
     * @throws StaleLockException if the row has a larger token
     * @throws LockLostException if it is known here already that the lock is not held any more
     * @throws LockTimeoutException if the transaction of an earlier holder has kept the row locked for the whole waiting time
     * @throws FenceUnavailableException if the database did not answer, or refused
     * @throws IllegalArgumentException if the lock is not exclusive, or the key has a wildcard or is not covered by the lock
     * @throws IllegalStateException if there is no active transaction
     */
    void advance(HeldLock lock, LockKey key);
}
