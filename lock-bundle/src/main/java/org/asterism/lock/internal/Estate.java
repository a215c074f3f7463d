package org.asterism.lock.internal;

import java.util.Comparator;
import java.util.List;

/** What one session held with an owner that it leaves, until another one adopts it. It keeps others out meanwhile. */
final class Estate implements Comparable<Estate> {

    private static final Comparator<Estate> ORDER = Comparator.comparingLong((Estate estate) -> estate.end)
            .thenComparing(estate -> estate.session)
            .thenComparing(estate -> estate.book.owner().toString());

    final String session;
    /** In the name of the owner that is left, and apart from its other book. */
    final OwnerBook book;
    /** Whether that owner certainly believes in nothing of it any more. */
    boolean clear;
    /** The session has ended: nobody is to adopt it. */
    boolean discarded;
    /** The newest token of it, by which the owner is asked to give it up: an answer to an earlier question does not count. */
    long number;
    /** When the owner was asked last. */
    long asked = Long.MIN_VALUE;
    /** When it is over, or the owner is asked again. */
    long end = Long.MAX_VALUE;

    Estate(String session, Owner from) {
        this.session = session;
        this.book = new OwnerBook(from);
    }

    Owner from() {
        return book.owner();
    }

    List<Grant> grants() {
        return book.grants().all(grant -> true);
    }

    @Override
    public int compareTo(Estate other) {
        return ORDER.compare(this, other);
    }
}
