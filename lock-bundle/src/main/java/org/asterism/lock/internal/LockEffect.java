package org.asterism.lock.internal;

import java.util.List;
import java.util.Set;
import org.asterism.lock.Deadlock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;

/** What has to be told because of a command. */
public sealed interface LockEffect {

    /**
     * The request has its locks; told again if it is asked again.
     *
     * @param firstToken of the first lock; the others have the tokens after it
     * @param count of locks
     * @param known whether the owner has declared its locks in this life of the table
     */
    record Granted(Ticket first, long firstToken, int count, boolean known) implements LockEffect {}

    /**
     * The request has waited long enough.
     *
     * @param grace whether nothing was granted at that time, for others may hold it from before
     */
    record TimedOut(Ticket first, boolean grace) implements LockEffect {}

    /** A bound is reached, or the request makes no sense. */
    record Refused(Ticket first, String reason) implements LockEffect {}

    /** The request has left the queue because its owner no longer wants it, or is gone. */
    record Withdrawn(Ticket first) implements LockEffect {}

    /** The request to promote has ended because the optimistic lock is not held any more. */
    record PromoteLost(Ticket first, String reason) implements LockEffect {}

    /** The request was given up to end this deadlock, which was told of before as {@link DeadlockFound}. */
    record Deadlocked(Ticket first, Deadlock deadlock) implements LockEffect {}

    /**
     * Requests wait for each other in a circle.
     *
     * @param requests the waiting requests, in the order of the cycle
     */
    record DeadlockFound(Deadlock deadlock, List<Ticket> requests) implements LockEffect {

        public DeadlockFound {
            requests = List.copyOf(requests);
        }
    }

    /** One lock was taken from an owner that may be alive, and has to hear of it. */
    record Lost(
            Ticket ticket, String session, LockKey key, LockMode mode, long token, LockLoss.Cause cause, String reason)
            implements LockEffect {}

    /**
     * The lease of the owner begins anew.
     *
     * @param known whether the owner has declared its locks in this life of the table; if not it must do so
     * @param lost tickets the owner believes to hold or to wait for and that are not in the table
     */
    record LeaseTold(Owner owner, boolean known, Set<Long> lost) implements LockEffect {}

    /** The owner is to give up everything of this session, and to say so with this number. */
    record Yield(Owner from, String session, long number) implements LockEffect {}

    /**
     * What a session holds that nobody believes in.
     *
     * @param ready false if that cannot be said yet
     * @param locks empty if there is nothing to adopt (any more)
     */
    record Fetched(Owner heir, String session, boolean ready, List<LockRequest> locks) implements LockEffect {

        public Fetched {
            locks = List.copyOf(locks);
        }
    }

    /** All locks of an owner were taken from it: it is gone, as far as anyone can tell. */
    record Freed(Owner owner, int locks, String cause) implements LockEffect {}

    /** Locks may be granted from now on. */
    record GraceOver(String cause) implements LockEffect {}

    /** A bound is nearly reached; told again only after there was room for a while. */
    record Warned(String bound, long used, long limit) implements LockEffect {}
}
