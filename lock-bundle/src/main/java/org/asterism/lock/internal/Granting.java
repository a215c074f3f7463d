package org.asterism.lock.internal;

import java.util.ArrayList;
import java.util.List;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockMode;
import org.asterism.lock.internal.LockEffect.Granted;
import org.asterism.lock.internal.LockStatisticsBook.Event;

/** Gives locks to those whose turn it is. */
final class Granting {

    private final GraceWindow grace;
    private final LockLedger ledger;
    private final Obstacles obstacles;
    private final Deadlocks deadlocks;
    private final List<LockEffect> effects;
    private final Tokens tokens = new Tokens();

    Granting(GraceWindow grace, LockLedger ledger, Obstacles obstacles, Deadlocks deadlocks, List<LockEffect> effects) {
        this.grace = grace;
        this.ledger = ledger;
        this.obstacles = obstacles;
        this.deadlocks = deadlocks;
        this.effects = effects;
    }

    Tokens tokens() {
        return tokens;
    }

    /** Serves those whose turn it is, oldest first, if anything is granted now. */
    void serve(long now) {
        Turns turns = ledger.turns();
        while (!grace.open() && turns.isAnyDue()) {
            Request request = turns.next();
            Stake obstacle = obstacles.first(request);
            if (obstacle == null) {
                List<Grant> grants = hold(request, now);
                for (int i = 0; i < grants.size(); i++) {
                    grants.get(i).inherit(request.wishes()[i]);
                }
                ledger.dequeue(request);
                ledger.statistics().waited(now - request.start());
                finish(request, grants, now);
            } else {
                obstacle.watch(request);
            }
        }
    }

    /** Everyone's turn may have come. */
    void lookAtAll() {
        for (Request request : ledger.waiting()) {
            ledger.turns().lookAgain(request);
            if (request.party.held() > 0 || request.party.blocked().size() > 1) {
                deadlocks.suspect(request);
            }
        }
    }

    /** Grants a request that does not wait. */
    void grant(Request request, long now) {
        finish(request, hold(request, now), now);
    }

    private List<Grant> hold(Request request, long now) {
        Wish[] wishes = request.wishes();
        List<Grant> grants = new ArrayList<>(wishes.length);
        long token = tokens.next(wishes.length);
        for (Wish wish : wishes) {
            Grant grant = new Grant(
                    wish.entry, wish.session, wish.party, wish.mode, wish.number(), token + grants.size(), now);
            ledger.hold(grant);
            ledger.statistics().granted(grant);
            grants.add(grant);
        }
        return grants;
    }

    private void finish(Request request, List<Grant> grants, long now) {
        if (request.promoted != null) {
            promote(request, now);
        }
        told(request.party, request.ticket(), grants.get(0).token, grants.size());
    }

    /** This is held now. */
    void told(Actor party, Ticket first, long token, int count) {
        tell(first, token, count);
        deadlocks.suspectHolder(party);
    }

    /**
     * If all of these are held that is told again. If some of several were taken away meanwhile, what is left of them is given
     * back, and they are to be asked for anew: false.
     */
    boolean tellAgain(OwnerBook book, Ticket first, int count, long now) {
        List<Grant> held = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Grant grant = book.grants().find(first.request() + i);
            if (grant != null) {
                held.add(grant);
            }
        }
        if (held.size() == count) {
            tell(first, held.get(0).token, count);
            return true;
        }
        held.forEach(grant -> ledger.drop(grant, now));
        return false;
    }

    /** The exclusive lock is held already, so that nobody comes between. */
    private void promote(Request request, long now) {
        ledger.statistics().count(Event.PROMOTED);
        Wish wish = request.wishes()[0];
        List<Grant> others = new ArrayList<>();
        collect(wish.entry, request.session, others);
        boolean unused = ledger.index().anyOverlapping(wish.entry, false, entry -> {
            collect(entry, request.session, others);
            return false;
        });
        ledger.drop(request.promoted, now);
        ledger.endPromotions(request.promoted, "this session has promoted it already");
        for (Grant other : others) {
            ledger.lose(other, LockLoss.Cause.PROMOTED_BY_OTHER, "another session promoted its optimistic lock", now);
        }
    }

    private static void collect(LockEntry entry, Actor session, List<Grant> others) {
        for (Grant grant = entry.grants; grant != null; grant = grant.next) {
            if (grant.mode == LockMode.OPTIMISTIC && grant.session != session) {
                others.add(grant);
            }
        }
    }

    void tell(Ticket first, long token, int count) {
        effects.add(new Granted(first, token, count, grace.hasDeclared(first.owner())));
    }
}
