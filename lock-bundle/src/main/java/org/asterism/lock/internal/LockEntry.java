package org.asterism.lock.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.lock.LockKey;

/** One key: who holds it and who waits for it. */
final class LockEntry {

    private final LockKey key;
    private final Map<Ticket, Grant> grants = new LinkedHashMap<>();
    private final List<Waiter> queue = new ArrayList<>();

    LockEntry(LockKey key) {
        this.key = key;
    }

    LockKey key() {
        return key;
    }

    Collection<Grant> grants() {
        return grants.values();
    }

    List<Waiter> queue() {
        return queue;
    }

    boolean isEmpty() {
        return grants.isEmpty() && queue.isEmpty();
    }

    boolean admits(Claim claim) {
        return grants.values().stream().noneMatch(grant -> grant.claim().conflictsWith(claim));
    }

    boolean heldBySessionOf(Claim claim) {
        return grants.values().stream().anyMatch(grant -> grant.claim().sameSession(claim));
    }

    List<Grant> conflictsOf(Claim claim) {
        return grants.values().stream()
                .filter(grant -> grant.claim().conflictsWith(claim))
                .toList();
    }

    void add(Grant grant) {
        grants.put(grant.claim().ticket(), grant);
    }

    /**
     * First come, first served. A session that waits for more of what it already holds comes before all others: none of them
     * can be served as long as it holds.
     */
    void enqueue(Waiter waiter) {
        int place = queue.size();
        if (heldBySessionOf(waiter.claim())) {
            place = 0;
            while (place < queue.size() && heldBySessionOf(queue.get(place).claim())) {
                place++;
            }
        }
        queue.add(place, waiter);
    }

    void removeGrant(Ticket ticket) {
        grants.remove(ticket);
    }

    void removeWaiter(Waiter waiter) {
        queue.remove(waiter);
    }

    /** The one whose turn it is, out of the queue, if it can be served. */
    Optional<Waiter> pollAdmitted() {
        return queue.isEmpty() || !admits(queue.get(0).claim()) ? Optional.empty() : Optional.of(queue.remove(0));
    }
}
