package org.asterism.lock.internal;

import java.time.Duration;

/** What a session holds that has left an owner, as the naive model sees it: its locks have an owner of their own. */
final class NaiveEstate {

    private static final String MARK = "/estate/";

    final String session;
    final Owner from;
    boolean clear;
    boolean discarded;
    long number;
    Duration asked;
    Duration end;

    NaiveEstate(String session, Owner from) {
        this.session = session;
        this.from = from;
    }

    Owner owner() {
        return new Owner(from.member(), from.incarnation() + MARK + session);
    }

    boolean has(NaiveLock lock) {
        return lock.ticket().owner().equals(owner());
    }

    /** A session that is adopted in parts may have some of its locks and not yet others that only it can have beside them. */
    static boolean isOnItsWay(NaiveLock one, NaiveLock other) {
        return one.session().equals(other.session()) && (isLeft(one) || isLeft(other));
    }

    private static boolean isLeft(NaiveLock lock) {
        return lock.ticket().owner().incarnation().contains(MARK);
    }

    /** As the owner knows it that was left. */
    static Ticket known(Ticket ticket) {
        String incarnation = ticket.owner().incarnation();
        int mark = incarnation.indexOf(MARK);
        return mark < 0
                ? ticket
                : new Ticket(new Owner(ticket.owner().member(), incarnation.substring(0, mark)), ticket.request());
    }
}
