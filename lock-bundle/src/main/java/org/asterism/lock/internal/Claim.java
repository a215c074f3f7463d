package org.asterism.lock.internal;

import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;

/** What a request asks for. */
public record Claim(Ticket ticket, String session, LockKey key, LockMode mode) {

    public Owner owner() {
        return ticket.owner();
    }

    /** Requests of one session never conflict with each other. */
    boolean sameSession(Claim other) {
        return owner().equals(other.owner()) && session.equals(other.session);
    }

    boolean conflictsWith(Claim other) {
        return !sameSession(other) && (mode == LockMode.EXCLUSIVE || other.mode == LockMode.EXCLUSIVE);
    }
}
