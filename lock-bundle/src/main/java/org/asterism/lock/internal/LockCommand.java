package org.asterism.lock.internal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockRequest;

/** What can happen to the lock table. */
public sealed interface LockCommand {

    /**
     * Asks for all of these locks or none; again, if the first ticket is known.
     *
     * @param party who is blocked meanwhile: a thread of the owner, or the session if no thread waits
     * @param first ticket number of the first lock; the others have the numbers after it
     * @param waited how long the request has waited already, in an earlier life of the table or before the link broke
     * @param patience how long it waits in the queue from now on; zero: not at all
     */
    record Acquire(
            Owner owner,
            String session,
            String party,
            long first,
            List<LockRequest> locks,
            Duration waited,
            Duration patience)
            implements LockCommand {

        /** How many locks one request may ask for. */
        public static final int MAX_LOCKS = 64;

        public Acquire {
            locks = List.copyOf(locks);
            if (locks.isEmpty() || locks.size() > MAX_LOCKS || waited.isNegative() || patience.isNegative()) {
                throw new IllegalArgumentException("not a valid request for locks");
            }
        }

        public Ticket ticket() {
            return new Ticket(owner, first);
        }
    }

    /**
     * Asks to make an optimistic lock exclusive; again, if the new ticket is known.
     *
     * @param held ticket number of the optimistic lock
     * @param first ticket number of the exclusive one
     */
    record Promote(Owner owner, String session, String party, long held, long first, Duration waited, Duration patience)
            implements LockCommand {

        public Promote {
            if (waited.isNegative() || patience.isNegative()) {
                throw new IllegalArgumentException("not a valid request to promote a lock");
            }
        }

        public Ticket ticket() {
            return new Ticket(owner, first);
        }
    }

    /** Gives one lock back, or takes a whole request out of the queue, for good: the owner never uses the ticket again. */
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
     * @param after it is told of tickets with numbers above this one: an owner of many tells of them in several parts
     * @param upTo and up to this one
     * @param requests those of them in which the owner is still interested; of a request that waits all its tickets
     */
    record Renew(Owner owner, long after, long upTo, TicketNumbers requests) implements LockCommand {

        /** @param upTo the highest ticket number that the owner had used */
        public Renew(Owner owner, long upTo, Set<Long> requests) {
            this(owner, Long.MIN_VALUE, upTo, TicketNumbers.of(requests));
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

    /**
     * Takes a lock from everyone who holds exactly this key.
     *
     * @param by who wants that
     */
    record Force(LockKey key, String by, String reason) implements LockCommand {}

    /**
     * Asks for what a session holds that has come from another owner, which is asked to give it up.
     *
     * @param session one that may move, of which the asking owner has shown the secret
     */
    record Fetch(Owner heir, String session) implements LockCommand {}

    /**
     * An owner that was asked to give a session up believes in nothing of it any more.
     *
     * @param number what it was asked with
     */
    record Yielded(Owner from, String session, long number) implements LockCommand {}

    /**
     * Takes over what was {@link LockEffect.Fetched}; again, if the first ticket is known.
     *
     * @param locks exactly what was told
     */
    record Adopt(Owner heir, String session, String party, long first, List<LockRequest> locks) implements LockCommand {

        /** How many locks are taken over at once. */
        public static final int MAX_LOCKS = 64;

        public Adopt {
            locks = List.copyOf(locks);
            if (locks.isEmpty() || locks.size() > MAX_LOCKS) {
                throw new IllegalArgumentException("not a valid number of locks to take over");
            }
        }

        public Ticket ticket() {
            return new Ticket(heir, first);
        }
    }

    /** A session that may move has ended, wherever it is now. */
    record Discard(Owner owner, String session) implements LockCommand {}

    /** Time has passed. */
    record Tick() implements LockCommand {}
}
