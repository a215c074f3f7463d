package org.asterism.lock.internal;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.asterism.lock.LockRequest;
import org.asterism.lock.internal.LockCommand.Discard;
import org.asterism.lock.internal.LockCommand.Fetch;
import org.asterism.lock.internal.LockCommand.Yielded;
import org.asterism.lock.internal.LockEffect.Fetched;
import org.asterism.lock.internal.LockEffect.Withdrawn;
import org.asterism.lock.internal.LockEffect.Yield;
import org.asterism.lock.internal.LockStatisticsBook.Event;

/**
 * Sessions that leave an owner with what they hold. Before another owner may adopt that, the one that is left has said that it
 * believes in nothing of it any more, or is dead, or its lease is over: so there are never two believers.
 */
final class Moves {

    private static final long ASK_AGAIN = Duration.ofSeconds(1).toNanos();

    private final GraceWindow grace;
    private final LockLedger ledger;
    private final List<LockEffect> effects;
    private final long lease;
    private final long keep;
    private final Estates estates = new Estates();

    /** @param keep how long what is left by the dead may be adopted; zero: it is free at once */
    Moves(GraceWindow grace, LockLedger ledger, long lease, long keep, List<LockEffect> effects) {
        this.grace = grace;
        this.ledger = ledger;
        this.effects = effects;
        this.lease = lease;
        this.keep = keep;
    }

    Estates estates() {
        return estates;
    }

    /** In the grace window nobody knows what the session holds. */
    void fetch(Fetch fetch, long now) {
        boolean ready = !grace.open() && isClear(fetch.session(), fetch.heir(), now);
        List<LockRequest> locks = !ready
                ? List.of()
                : estates.grants(fetch.session()).stream()
                        .limit(LockCommand.Adopt.MAX_LOCKS)
                        .map(grant -> new LockRequest(grant.entry.key(), grant.mode))
                        .toList();
        effects.add(new Fetched(fetch.heir(), fetch.session(), ready, locks));
    }

    private boolean isClear(String session, Owner heir, long now) {
        for (OwnerBook book : List.copyOf(ledger.books().all())) {
            if (!book.owner().equals(heir)) {
                moveOut(book, actor -> actor.name().equals(session), now);
            }
        }
        estates.of(session).forEach(estate -> ask(estate, now));
        return estates.of(session).stream().allMatch(estate -> estate.clear);
    }

    private void ask(Estate estate, long now) {
        if (!estate.clear && (estate.asked == Long.MIN_VALUE || now - estate.asked >= ASK_AGAIN)) {
            estate.asked = now;
            effects.add(new Yield(estate.from(), estate.session, estate.number));
        }
    }

    /** The owner has heard that the session leaves. */
    void yielded(Yielded yielded, long now) {
        for (Estate estate : estates.of(yielded.session())) {
            if (estate.from().equals(yielded.from()) && estate.number == yielded.number()) {
                clear(estate, lease, now);
            }
        }
    }

    /** The session has ended, wherever it is. */
    void discard(Discard discard, long now) {
        boolean known = !grace.open();
        if (known) {
            for (OwnerBook book : List.copyOf(ledger.books().all())) {
                moveOut(book, actor -> actor.name().equals(discard.session()), now);
            }
            for (Estate estate : estates.of(discard.session())) {
                estate.discarded = true;
                ask(estate, now);
                if (estate.clear) {
                    end(estate, now);
                }
            }
        }
        effects.add(new Fetched(discard.owner(), discard.session(), known, List.of()));
    }

    /** The owner is dead; its sessions that may move are not. */
    void died(OwnerBook book, long now) {
        if (keep > 0) {
            moveOut(book, actor -> SessionName.isMovable(actor.name()), now);
            clear(book.owner(), keep, now);
        }
    }

    /** The owner believes in nothing any more, for whatever reason. */
    void isOver(Owner owner, long now) {
        clear(owner, lease, now);
    }

    private void clear(Owner owner, long wait, long now) {
        estates.from(owner).forEach(estate -> clear(estate, wait, now));
    }

    private void moveOut(OwnerBook book, Predicate<Actor> which, long now) {
        for (Request request : book.waiting()) {
            if (which.test(request.session)) {
                ledger.withdraw(request);
                effects.add(new Withdrawn(request.ticket()));
            }
        }
        for (Grant grant : book.grants().all(one -> which.test(one.session))) {
            moveOut(estates.of(grant.session.name(), book.owner()), grant, now);
        }
    }

    /** What keeps others out is there all the time. */
    private void moveOut(Estate estate, Grant grant, long now) {
        if (estate.clear || estate.number == 0) {
            estate.clear = false;
            estates.ends(estate, now + lease);
        }
        estate.asked = Long.MIN_VALUE;
        estate.number = Math.max(estate.number, grant.token);
        Actor session = estate.book.actor(estate.session);
        Actor party = estate.book.actor(grant.party.name());
        ledger.hold(new Grant(grant.entry, session, party, grant.mode, grant.number, grant.token, now));
        ledger.drop(grant, now);
        ledger.endPromotions(grant, "its session has moved");
    }

    /** @param wait for how long it may be adopted then */
    private void clear(Estate estate, long wait, long now) {
        if (estate.discarded) {
            end(estate, now);
        } else if (!estate.clear) {
            estate.clear = true;
            estates.ends(estate, now + wait);
        }
    }

    /** A lock that its owner released before it heard that the session leaves. */
    void release(Ticket ticket, long now) {
        Grant grant = estates.find(ticket);
        if (grant != null) {
            ledger.statistics().count(Event.RELEASED);
            ledger.drop(grant, now);
        }
    }

    /** Nobody has adopted them in time. */
    void expire(long now) {
        for (Estate first = estates.first(); first != null && first.end <= now; first = estates.first()) {
            if (first.clear) {
                end(first, now);
            } else {
                ask(first, now);
                estates.ends(first, now + lease);
            }
        }
    }

    private void end(Estate estate, long now) {
        for (Grant grant : estate.grants()) {
            ledger.statistics().count(Event.RELEASED);
            ledger.drop(grant, now);
        }
        estates.remove(estate);
    }

    /** When {@link #expire} has something to do; {@link Long#MAX_VALUE} if never. */
    long nextEnd() {
        Estate first = estates.first();
        return first == null ? Long.MAX_VALUE : first.end;
    }
}
