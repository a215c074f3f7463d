package org.asterism.lock.internal;

import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;

/** One lock, held or waited for, as the naive model sees it. */
record NaiveLock(Ticket ticket, String session, String party, LockKey key, LockMode mode, long token) {

    boolean isSame(NaiveLock other) {
        return ticket.request() == other.ticket.request() && ticket.equals(other.ticket);
    }

    boolean sameSession(NaiveLock other) {
        return session.equals(other.session) && ticket.owner().equals(other.ticket.owner());
    }

    boolean sameParty(NaiveLock other) {
        return party.equals(other.party) && ticket.owner().equals(other.ticket.owner());
    }

    /** The matrix in docs/locks.md, in words. */
    boolean conflictsWith(NaiveLock other) {
        if (!key.overlaps(other.key)) {
            return false;
        } else if (sameSession(other)) {
            return mode == LockMode.EXCLUSIVE_NON_CUMULATIVE || other.mode == LockMode.EXCLUSIVE_NON_CUMULATIVE;
        }
        return !isShared() || !other.isShared();
    }

    private boolean isShared() {
        return mode == LockMode.SHARED || mode == LockMode.OPTIMISTIC;
    }

    NaiveLock of(Ticket other) {
        return new NaiveLock(other, session, party, key, mode, token);
    }

    NaiveLock granted(long newToken) {
        return new NaiveLock(ticket, session, party, key, mode, newToken);
    }
}
