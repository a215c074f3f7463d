package org.asterism.lock.internal;

import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;

/**
 * One lock that is asked for or held.
 *
 * @param party who is blocked while it is waited for: a thread of the owner, or the session if no thread waits
 */
public record Claim(Ticket ticket, String session, String party, LockKey key, LockMode mode) {

    public Owner owner() {
        return ticket.owner();
    }
}
