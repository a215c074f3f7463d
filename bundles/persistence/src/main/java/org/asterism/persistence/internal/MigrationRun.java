package org.asterism.persistence.internal;

import java.time.Duration;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockException;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockService;
import org.asterism.persistence.internal.MigrationException.Reason;

/**
 * Brings one schema up to date.
 *
 * <ol>
 *   <li>A schema that is up to date is neither locked nor changed: a member starts also without a hub.
 *   <li>Changes are applied only while the cluster lock of the schema is held.
 *   <li>Whoever gets the lock looks again: someone else may have been faster.
 * </ol>
 */
public final class MigrationRun {

    /** What a run did. */
    public enum Outcome {
        ALREADY_CURRENT,
        APPLIED
    }

    private final SchemaStore store;
    private final LockService locks;
    private final Duration lockWait;

    public MigrationRun(SchemaStore store, LockService locks, Duration lockWait) {
        this.store = store;
        this.locks = locks;
        this.lockWait = lockWait;
    }

    /** The lock under which a schema is changed. */
    public static LockKey lockOf(String schema) {
        return LockKey.of("asterism", "migration", schema);
    }

    /** @throws InterruptedException if the thread was interrupted while it waited for the lock */
    public Outcome bringUpToDate(ChangeLog changeLog) throws MigrationException, InterruptedException {
        if (store.isCurrent(changeLog)) {
            return Outcome.ALREADY_CURRENT;
        }
        try (HeldLock lock = locks.acquire(lockOf(changeLog.schema()), LockMode.EXCLUSIVE, lockWait)) {
            if (store.isCurrent(changeLog)) {
                return Outcome.ALREADY_CURRENT;
            }
            requireValid(lock);
            store.apply(changeLog);
            return Outcome.APPLIED;
        } catch (LockException e) {
            throw new MigrationException(Reason.LOCK_UNAVAILABLE, "no cluster lock: " + e.getMessage(), e);
        }
    }

    private static void requireValid(HeldLock lock) throws MigrationException {
        if (!lock.isValid()) {
            throw new MigrationException(Reason.LOCK_UNAVAILABLE, "the cluster lock was lost", null);
        }
    }
}
