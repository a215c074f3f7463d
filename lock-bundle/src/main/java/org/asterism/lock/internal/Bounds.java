package org.asterism.lock.internal;

/**
 * How much the table takes.
 *
 * @param locks keys that are held or waited for
 * @param waitersPerLock length of one queue
 * @param locksPerMember what one member holds and waits for
 */
public record Bounds(int locks, int waitersPerLock, int locksPerMember) {

    public Bounds {
        if (locks < 1 || waitersPerLock < 1 || locksPerMember < 1) {
            throw new IllegalArgumentException("the bounds of the lock table must be at least 1");
        }
    }
}
