package org.asterism.lock.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockMode;
import org.asterism.lock.internal.LockEffect.Lost;
import org.asterism.lock.internal.LockEffect.PromoteLost;
import org.asterism.lock.internal.LockStatisticsBook.Event;

/**
 * The books of the table: every grant and every waiting request is in the entries of its keys, in its owner's book and in its
 * session's and party's, or in none of them.
 */
final class LockLedger {

    private static final Comparator<Request> BY_DEADLINE =
            Comparator.comparingLong((Request request) -> request.deadline).thenComparing(Comparator.naturalOrder());

    private final LockStatisticsBook statistics = new LockStatisticsBook();
    private final LockIndex index = new LockIndex(statistics);
    private final OwnerBooks books = new OwnerBooks();
    private final Ages ages = new Ages();
    private final Turns turns = new Turns();
    private final TreeSet<Request> deadlines = new TreeSet<>(BY_DEADLINE);
    private final BoundsWatch bounds;
    private final List<LockEffect> effects;

    LockLedger(BoundsWatch bounds, List<LockEffect> effects) {
        this.bounds = bounds;
        this.effects = effects;
    }

    LockStatisticsBook statistics() {
        return statistics;
    }

    LockIndex index() {
        return index;
    }

    OwnerBooks books() {
        return books;
    }

    Ages ages() {
        return ages;
    }

    Turns turns() {
        return turns;
    }

    void hold(Grant grant) {
        grant.entry.add(grant);
        grant.book().grants().add(grant);
        ages.add(grant);
        countSession(grant.session, 1);
        grant.session.grants(1);
        grant.party.held(1);
        turns.holdsToo(grant.party.blocked());
        if (!grant.session.waits().isEmpty()) {
            turns.holdsToo(grant.session.waits());
            turns.lookAgainAtHolders();
            turns.reasonsMayChange();
        }
        statistics.held(grant);
        bounds.locks(grant.book());
        bounds.locks(index.size());
    }

    /** Ends a grant; who waits for it is not served yet. */
    void drop(Grant grant, long now) {
        Actor session = grant.session;
        boolean contended =
                !session.waits().isEmpty() && (grant.entry.queue != null || LockIndex.mayOverlap(grant.entry));
        grant.entry.remove(grant);
        grant.book().grants().remove(grant);
        ages.remove(grant);
        session.grants(-1);
        grant.party.held(-1);
        statistics.dropped(grant, now);
        turns.gone(grant);
        if (contended) {
            turns.lookAgainAtHolders();
            turns.reasonsMayChange();
        }
        countSession(session, -1);
        grant.book().forgetIfUnused(session);
        forgetParty(session, grant.party);
        index.dropIfEmpty(grant.entry);
        bounds.locks(grant.book());
        bounds.locks(index.size());
    }

    /** Ends a grant against its owner's will, and the wait for its promotion. */
    void lose(Grant grant, LockLoss.Cause cause, String reason, long now) {
        statistics.count(Event.LOST);
        effects.add(new Lost(
                grant.ticket(), grant.session.name(), grant.entry.key(), grant.mode, grant.token, cause, reason));
        drop(grant, now);
        endPromotions(grant, reason);
    }

    /** The optimistic lock is over: nothing is left to be promoted. */
    void endPromotions(Grant grant, String reason) {
        if (grant.mode == LockMode.OPTIMISTIC && !grant.session.waits().isEmpty()) {
            for (Request request : List.copyOf(grant.session.waits())) {
                if (request.promoted == grant) {
                    withdraw(request);
                    effects.add(new PromoteLost(request.ticket(), reason));
                }
            }
        }
    }

    void enqueue(Request request) {
        for (Wish wish : request.wishes()) {
            wish.entry.add(wish);
            bounds.waiters(wish.entry);
        }
        countSession(request.session, 1);
        request.session.addWait(request);
        request.party.addBlocked(request);
        request.book.add(request);
        deadlines.add(request);
        if (request.session.grants() > 0
                || request.party.held() > 0
                || request.party.blocked().size() > 1) {
            turns.holdsToo(request.party.blocked());
        }
        statistics.enqueued(request);
        bounds.waiters(statistics.waiting());
        bounds.locks(request.book);
        bounds.locks(index.size());
    }

    /** It waits no longer and gets nothing; who waits for it is not served yet. */
    void withdraw(Request request) {
        dequeue(request);
        turns.lookAgainAtHolders();
        turns.reasonsMayChange();
    }

    /** Takes it out of the queues; who waits for it is not served yet. */
    void dequeue(Request request) {
        turns.forget(request);
        deadlines.remove(request);
        statistics.dequeued(request);
        request.book.remove(request);
        request.session.removeWait(request);
        request.party.removeBlocked(request);
        countSession(request.session, -1);
        for (Wish wish : request.wishes()) {
            wish.entry.remove(wish);
            turns.gone(wish);
            index.dropIfEmpty(wish.entry);
        }
        request.book.forgetIfUnused(request.session);
        forgetParty(request.session, request.party);
        bounds.waiters(statistics.waiting());
        bounds.locks(request.book);
    }

    /** Called before its counts go up from nothing, or after they went down to nothing. */
    private void countSession(Actor session, int change) {
        if (!session.isSession()) {
            statistics.sessions(change);
        }
    }

    private static void forgetParty(Actor session, Actor party) {
        if (party != session) {
            party.book().forgetIfUnused(party);
        }
    }

    void postpone(Request request, long deadline) {
        deadlines.remove(request);
        request.deadline = deadline;
        deadlines.add(request);
    }

    /** Whose waiting ends first. */
    Optional<Request> firstDeadline() {
        return deadlines.isEmpty() ? Optional.empty() : Optional.of(deadlines.first());
    }

    /** All who wait. */
    List<Request> waiting() {
        return List.copyOf(deadlines);
    }
}
