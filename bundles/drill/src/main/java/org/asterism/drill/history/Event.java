package org.asterism.drill.history;

import java.util.List;
import java.util.Optional;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockRequest;

/**
 * Something that a worker saw or did. It tells so before it goes on, so that what it told is true even if it is killed at once.
 *
 * <p>A lock is named by the attempt that brought it and its place among the attempt's locks.
 */
public sealed interface Event {

    /** Which attempt it belongs to; unique in the drill. */
    String attempt();

    /** When. */
    long at();

    /**
     * Locks are about to be asked for.
     *
     * @param patience nanoseconds; zero if it does not wait in the queue
     * @param promotes the attempt whose first lock is promoted, if it is a promotion
     */
    record Asked(
            String attempt, long at, String session, long patience, List<LockRequest> locks, Optional<String> promotes)
            implements Event {

        public Asked {
            locks = List.copyOf(locks);
        }
    }

    /**
     * They are had.
     *
     * @param tokens fencing tokens in the order of the locks
     */
    record Granted(String attempt, long at, List<Long> tokens) implements Event {

        public Granted {
            tokens = List.copyOf(tokens);
        }
    }

    /**
     * They are not had.
     *
     * @param text for a person
     */
    record Ended(String attempt, long at, Outcome outcome, String text) implements Event {}

    /** A lock called itself valid when it was asked after this moment: it was valid all the time up to it. */
    record Believed(String attempt, long at, int lock) implements Event {}

    /** The owner was told that a lock is taken from it. */
    record Lost(String attempt, long at, int lock, LockLoss.Cause cause) implements Event {}

    /** The owner is about to release a lock. */
    record Released(String attempt, long at, int lock) implements Event {}

    /** The register has refused to write for a lock. */
    record Refused(String attempt, long at, int lock) implements Event {}
}
