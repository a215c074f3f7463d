package org.asterism.drill.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.asterism.lock.LockRequest;

/**
 * A request for locks and what became of it.
 *
 * @param patience nanoseconds
 * @param promotion whether it promotes a lock
 * @param grants empty if it did not succeed
 * @param end when it was granted or ended otherwise; empty if it never did, or its worker died before
 * @param failure why it has no grants
 */
public record Attempt(
        String member,
        String session,
        String id,
        long asked,
        long patience,
        List<LockRequest> locks,
        boolean promotion,
        List<Grant> grants,
        OptionalLong end,
        Optional<Failure> failure) {

    public Attempt {
        locks = List.copyOf(locks);
        grants = List.copyOf(grants);
    }

    /** @param text for a person */
    public record Failure(Outcome outcome, String text) {}

    public boolean isGranted() {
        return !grants.isEmpty();
    }

    /** Whether another session cannot have what the other one asks for while this one has what it asks for. */
    public boolean conflicts(Attempt other) {
        return locks.stream().anyMatch(mine -> other.locks.stream()
                .anyMatch(theirs ->
                        Modes.exclude(mine.mode(), theirs.mode()) && mine.key().overlaps(theirs.key())));
    }
}
