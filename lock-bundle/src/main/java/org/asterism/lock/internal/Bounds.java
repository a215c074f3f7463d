package org.asterism.lock.internal;

/**
 * How much the table takes.
 *
 * @param locks keys that are held or waited for
 * @param waitersPerLock requests that wait for one key
 * @param locksPerMember what one member holds and waits for
 * @param waiters requests that wait for anything
 * @param argumentLength characters in one argument of a key
 */
public record Bounds(int locks, int waitersPerLock, int locksPerMember, int waiters, int argumentLength) {

    private static final int ANY_ARGUMENT = 256;

    public Bounds {
        if (locks < 1 || waitersPerLock < 1 || locksPerMember < 1 || waiters < 1 || argumentLength < 1) {
            throw new IllegalArgumentException("the bounds of the lock table must be at least 1");
        }
    }

    /** As many waiters as locks, and every argument that a key may have. */
    public Bounds(int locks, int waitersPerLock, int locksPerMember) {
        this(locks, waitersPerLock, locksPerMember, locks, ANY_ARGUMENT);
    }
}
