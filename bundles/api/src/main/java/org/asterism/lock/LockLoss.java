package org.asterism.lock;

/**
 * A lock was taken from its owner.
 *
 * @param fencingToken of the grant that is over
 * @param reason for a person, never empty
 */
public record LockLoss(LockKey key, LockMode mode, String session, long fencingToken, Cause cause, String reason) {

    /** Why. */
    public enum Cause {
        /** This member could not renew its lease in time, by its own monotonic clock: others may get the lock any moment. */
        LEASE_OVER,
        /** The lock server had freed it before, for example while this process was paused. */
        FREED,
        /** It was optimistic, and another session promoted its own. */
        PROMOTED_BY_OTHER,
        /** A person released it. */
        FORCED,
        /** Its session goes on in another member, which holds it now. */
        MOVED
    }
}
