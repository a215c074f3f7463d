package org.asterism.lock.internal;

import java.time.Duration;
import java.util.List;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.internal.LockCommand.Acquire;
import org.asterism.lock.internal.LockCommand.Promote;
import org.asterism.lock.internal.LockEffect.PromoteLost;
import org.asterism.lock.internal.LockEffect.TimedOut;
import org.asterism.lock.internal.LockStatisticsBook.Event;
import org.asterism.lock.internal.Request.Asker;

/** Decides about requests: granted, refused, in the queue, or not at all. */
final class LockAdmission {

    private final GraceWindow grace;
    private final LockLedger ledger;
    private final Limits limits;
    private final Obstacles obstacles;
    private final Granting granting;
    private final Deadlocks deadlocks;
    private final List<LockEffect> effects;
    private long arrivals;

    LockAdmission(
            GraceWindow grace,
            LockLedger ledger,
            Limits limits,
            Obstacles obstacles,
            Granting granting,
            Deadlocks deadlocks,
            List<LockEffect> effects) {
        this.grace = grace;
        this.ledger = ledger;
        this.limits = limits;
        this.obstacles = obstacles;
        this.granting = granting;
        this.deadlocks = deadlocks;
        this.effects = effects;
    }

    void acquire(Acquire asked, long now) {
        OwnerBook book = ledger.books().heardOf(asked.owner(), now);
        int count = asked.locks().size();
        if (book.isUsed(asked.first(), count) && isKnown(book, asked, now)) {
            return;
        }
        if (limits.allow(book, asked)) {
            Asker asker = asker(asked.first(), Nanos.of(asked.waited()), Nanos.of(asked.patience()), now);
            Request request = new Request(asker, book.actor(asked.session()), book.actor(asked.party()), null);
            int before = ledger.index().size();
            request.wish(asked.locks(), ledger.index());
            if (limits.allowKeys(request, before)) {
                decide(request, now);
            }
            forget(request);
        }
    }

    private boolean isKnown(OwnerBook book, Acquire asked, long now) {
        return granting.tellAgain(book, asked.ticket(), asked.locks().size(), now)
                || isWaiting(book, asked.first(), asked.patience(), now);
    }

    private boolean isWaiting(OwnerBook book, long first, Duration patience, long now) {
        Request waiting = book.waiting(first);
        if (waiting != null) {
            postpone(waiting, Nanos.of(patience), now);
        }
        return waiting != null;
    }

    void promote(Promote asked, long now) {
        OwnerBook book = ledger.books().heardOf(asked.owner(), now);
        Grant held = book.grants().find(asked.held());
        Grant done = book.isUsed(asked.first(), 1) ? book.grants().find(asked.first()) : null;
        if (done != null) {
            granting.tell(asked.ticket(), done.token, 1);
        } else if (isWaiting(book, asked.first(), asked.patience(), now)) {
            return;
        } else if (held == null) {
            effects.add(new PromoteLost(asked.ticket(), "the lock is not held"));
        } else if (held.mode != LockMode.OPTIMISTIC || !held.session.name().equals(asked.session())) {
            limits.refuse(asked.ticket(), "it is not an optimistic lock of this session");
        } else {
            Asker asker = asker(asked.first(), Nanos.of(asked.waited()), Nanos.of(asked.patience()), now);
            Request request = new Request(asker, held.session, book.actor(asked.party()), held);
            request.wishPromotion();
            decide(request, now);
            forget(request);
        }
    }

    private Asker asker(long first, long waited, long patience, long now) {
        arrivals++;
        return new Asker(first, now - waited, arrivals, now + patience);
    }

    private void decide(Request request, long now) {
        Stake obstacle = obstacles.first(request);
        if (obstacle == null && (!grace.open() || isMoreOfTheSame(request))) {
            granting.grant(request, now);
        } else if (request.deadline <= now) {
            timedOut(request);
        } else if (limits.allowWait(request)) {
            boolean others =
                    request.party.held() > 0 || !request.party.blocked().isEmpty() || request.start() < now;
            ledger.enqueue(request);
            if (!grace.open()) {
                obstacle.watch(request);
                if (request.start() < now) {
                    ledger.turns().lookAgainAtHolders();
                }
                if (others) {
                    deadlocks.suspect(request);
                }
            }
        }
    }

    /** While others may still declare: only what no other session can hold while this one holds what it has. */
    private static boolean isMoreOfTheSame(Request request) {
        for (Wish wish : request.wishes()) {
            boolean covered = false;
            for (Grant grant = wish.entry.grants; grant != null && !covered; grant = grant.next) {
                covered =
                        grant.session == request.session && (Modes.isStrong(grant.mode) || !Modes.isStrong(wish.mode));
            }
            if (!covered) {
                return false;
            }
        }
        return true;
    }

    private void postpone(Request request, long patience, long now) {
        if (patience == 0) {
            ledger.withdraw(request);
            timedOut(request);
        } else {
            ledger.postpone(request, now + patience);
        }
    }

    private void timedOut(Request request) {
        ledger.statistics().count(Event.TIMED_OUT);
        effects.add(new TimedOut(request.ticket(), grace.open()));
    }

    /** What came into the books for the decision only. */
    private void forget(Request request) {
        for (Wish wish : request.wishes()) {
            ledger.index().dropIfEmpty(wish.entry);
        }
        request.book.forgetIfUnused(request.session);
        request.book.forgetIfUnused(request.party);
    }

    /** Whether the session would be granted the lock at once. */
    boolean isFree(Owner owner, String session, LockRequest lock) {
        OwnerBook book = ledger.books().find(owner).orElseGet(() -> new OwnerBook(owner));
        Asker asker = new Asker(0, Long.MAX_VALUE, Long.MAX_VALUE, 0);
        Request request = new Request(asker, book.actor(session), book.actor(session), null);
        request.wish(List.of(lock), ledger.index());
        boolean free = !grace.open() && obstacles.first(request) == null;
        forget(request);
        return free;
    }
}
