package org.asterism.lock;

import java.util.List;

/**
 * The lock server as the hub offers it to the cluster: a remote service to look at the lock table. A list is not one moment of the
 * table, which changes meanwhile: what is there all the time is in it.
 */
public interface LockServer {

    /** All locks that are held or waited for, sorted by key, at most {@code limit}. */
    default List<LockInfo> locks(int limit) {
        return locks(LockFilter.ALL, limit);
    }

    /** Those that pass the filter, sorted by key, at most {@code limit}. */
    List<LockInfo> locks(LockFilter filter, int limit);

    /** What overlaps with this key, sorted by key, at most {@code limit}. */
    List<LockInfo> overlapping(LockKey key, int limit);

    /** How the lock server is. */
    LockServerStatus status();

    /** Counts, distributions and peaks. */
    LockStatistics statistics();

    /** Which locks are held for longer than the hub is configured to bear without an alarm. */
    LongHeldLocks longHeld();

    /** The last ten deadlocks, newest first. */
    List<Deadlock> deadlocks();

    /**
     * Takes a lock from everyone who holds exactly this key; they are told, and the hub logs who asked and why.
     *
     * @param by who wants that
     * @param reason why; not empty
     * @return from how many sessions it was taken
     */
    int release(LockKey key, String by, String reason);
}
