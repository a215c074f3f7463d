package org.asterism.lock;

/** How a lock is held. Which modes go together is the matrix in {@code docs/locks.md}. */
public enum LockMode {
    /** Together with other shared and optimistic holders. */
    SHARED,
    /** By one session alone. Re-entrant: the same session may take it again and releases it as often. */
    EXCLUSIVE,
    /** By one session alone and only once: also the session that holds it cannot take it, or any other mode of it, again. */
    EXCLUSIVE_NON_CUMULATIVE,
    /**
     * Shared until {@link HeldLock#promote}, which makes it exclusive and takes the other optimistic locks on the same thing
     * from their owners: who comes second has to read again.
     */
    OPTIMISTIC
}
