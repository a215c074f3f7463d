package org.asterism.lock.internal;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What can happen to the lock table. */
public sealed interface LockCommand {

    /**
     * Asks for a lock; again, if the ticket is known.
     *
     * @param patience how long it waits in the queue
     */
    record Acquire(Claim claim, Duration patience) implements LockCommand {}

    /** Gives a lock back or leaves the queue, for good: the owner never uses the ticket again. */
    record Release(Ticket ticket) implements LockCommand {}

    /**
     * Tells of locks that an earlier life of the table has granted.
     *
     * @param last whether this was all the owner holds
     */
    record Declare(Owner owner, List<Declared> locks, boolean last) implements LockCommand {

        public Declare {
            locks = List.copyOf(locks);
        }
    }

    /** One lock that is declared. */
    record Declared(Claim claim, long token) {}

    /**
     * A sign of life.
     *
     * @param upTo the highest request number that the owner had used
     * @param requests those up to {@code upTo} in which the owner is still interested
     */
    record Renew(Owner owner, long upTo, Set<Long> requests) implements LockCommand {

        public Renew {
            requests = Set.copyOf(requests);
        }
    }

    /** The life of an owner has ended for certain. */
    record Died(Owner owner, String cause) implements LockCommand {}

    /** The owner lost its connection: nobody hears the answers to what it waits for. */
    record Disconnected(Owner owner) implements LockCommand {}

    /** Who is in the client list now; another life of a member that is there has ended. */
    record Present(Set<Owner> owners) implements LockCommand {

        public Present {
            owners = Set.copyOf(owners);
        }
    }

    /** The hub waits no longer for members of its former life. */
    record Settled(boolean complete) implements LockCommand {}

    /** This life of the hub. */
    record Epoch(long epoch) implements LockCommand {}

    /** Time has passed. */
    record Tick() implements LockCommand {}
}
