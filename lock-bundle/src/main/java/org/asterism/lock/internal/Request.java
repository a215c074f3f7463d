package org.asterism.lock.internal;

import java.util.List;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;

/** Locks that are asked for together; in the order of age, then arrival. All times in nanoseconds. */
final class Request implements Comparable<Request> {

    final OwnerBook book;
    final Actor session;
    final Actor party;
    final long first;
    /** The optimistic lock that is to be made exclusive; null if none is. */
    final Grant promoted;

    private final long start;
    private final long arrival;
    private Wish[] wishes = {};

    long deadline;
    /** Why it waits; null while that is not known. */
    Stake blocker;

    /** Whether it was told to be part of a deadlock. */
    boolean told;

    Request nextWatcher;
    Request previousWatcher;

    /** @param asker who asks, and since when */
    Request(Asker asker, Actor session, Actor party, Grant promoted) {
        this.book = session.book();
        this.session = session;
        this.party = party;
        this.first = asker.first();
        this.start = asker.start();
        this.arrival = asker.arrival();
        this.deadline = asker.deadline();
        this.promoted = promoted;
    }

    /** @param start when it began to wait, which may be before the table began */
    record Asker(long first, long start, long arrival, long deadline) {}

    void wish(List<LockRequest> locks, LockIndex index) {
        wishes = new Wish[locks.size()];
        for (int i = 0; i < wishes.length; i++) {
            wishes[i] =
                    new Wish(this, index.of(locks.get(i).key()), locks.get(i).mode(), i);
        }
    }

    void wishPromotion() {
        wishes = new Wish[] {new Wish(this, promoted.entry, LockMode.EXCLUSIVE, 0)};
    }

    Wish[] wishes() {
        return wishes;
    }

    int size() {
        return wishes.length;
    }

    long start() {
        return start;
    }

    Ticket ticket() {
        return new Ticket(book.owner(), first);
    }

    @Override
    public int compareTo(Request other) {
        int byAge = Long.compare(start, other.start);
        return byAge != 0 ? byAge : Long.compare(arrival, other.arrival);
    }
}
