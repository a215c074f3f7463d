package org.asterism.lock.internal;

import org.asterism.lock.LockMode;

/** A lock that is held. */
final class Grant extends Stake {

    final long number;
    final long token;
    /** When it was granted, in nanoseconds. */
    final long since;
    /** The others of the same key. */
    Grant next;

    Grant previous;
    /** The one granted before and the one granted after, of all. */
    Grant older;

    Grant newer;

    Grant(LockEntry entry, Actor session, Actor party, LockMode mode, long number, long token, long since) {
        super(entry, session, party, mode);
        this.number = number;
        this.token = token;
        this.since = since;
    }

    OwnerBook book() {
        return session.book();
    }

    Ticket ticket() {
        return new Ticket(book().owner(), number);
    }
}
