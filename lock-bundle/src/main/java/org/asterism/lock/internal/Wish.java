package org.asterism.lock.internal;

import org.asterism.lock.LockMode;

/** One lock that a request asks for. */
final class Wish extends Stake implements Comparable<Wish> {

    final Request request;
    private final int place;

    /** @param place among the locks of the request */
    Wish(Request request, LockEntry entry, LockMode mode, int place) {
        super(entry, request.session, request.party, mode);
        this.request = request;
        this.place = place;
    }

    long number() {
        return request.first + place;
    }

    /** Whether this grant, or one after it at the same key, may be in the way: weak ones, which come last, bear weak ones. */
    boolean mayConflictFrom(Grant grant) {
        return Modes.isStrong(mode) || Modes.isStrong(grant.mode);
    }

    /** Promotion takes optimistic locks away instead of waiting for them. */
    boolean conflictsWith(Grant grant) {
        boolean taken = request.promoted != null && grant.mode == LockMode.OPTIMISTIC && grant.session != session;
        return !taken && super.conflictsWith(grant);
    }

    boolean conflictsWith(Wish other) {
        return request != other.request && super.conflictsWith(other);
    }

    @Override
    public int compareTo(Wish other) {
        int byAge = request.compareTo(other.request);
        return byAge != 0 ? byAge : Integer.compare(place, other.place);
    }
}
