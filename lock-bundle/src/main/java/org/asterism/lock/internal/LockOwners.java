package org.asterism.lock.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.asterism.cluster.MemberId;
import org.asterism.lock.LockLoss;
import org.asterism.lock.internal.LockCommand.Force;
import org.asterism.lock.internal.LockCommand.Renew;
import org.asterism.lock.internal.LockEffect.Freed;
import org.asterism.lock.internal.LockEffect.LeaseTold;
import org.asterism.lock.internal.LockEffect.Withdrawn;
import org.asterism.lock.internal.LockStatisticsBook.Event;

/** What owners tell of themselves and what is heard of them. What ends by one command ends before anyone is served. */
final class LockOwners {

    private final GraceWindow grace;
    private final LockLedger ledger;
    private final Moves moves;
    private final List<LockEffect> effects;

    LockOwners(GraceWindow grace, LockLedger ledger, Moves moves, List<LockEffect> effects) {
        this.grace = grace;
        this.moves = moves;
        this.ledger = ledger;
        this.effects = effects;
    }

    void release(Ticket ticket, long now) {
        moves.release(ticket, now);
        ledger.books().find(ticket.owner()).ifPresent(book -> {
            Grant grant = book.grants().find(ticket.request());
            Request waiting = grant == null ? book.waiting(ticket.request()) : null;
            if (grant != null) {
                release(grant, now);
            } else if (waiting != null) {
                withdraw(waiting);
            }
        });
    }

    private void release(Grant grant, long now) {
        ledger.statistics().count(Event.RELEASED);
        ledger.drop(grant, now);
        ledger.endPromotions(grant, "its owner has released it");
    }

    private void withdraw(Request request) {
        ledger.withdraw(request);
        effects.add(new Withdrawn(request.ticket()));
    }

    void renew(Renew renew, long now) {
        boolean known = grace.hasDeclared(renew.owner());
        Set<Long> lost = new HashSet<>();
        if (known) {
            OwnerBook book = ledger.books().heardOf(renew.owner(), now);
            lost.addAll(book.unknown(renew.requests()));
            book.unwantedGrants(renew.after(), renew.upTo(), renew.requests()).forEach(grant -> release(grant, now));
            book.unwantedRequests(renew.after(), renew.upTo(), renew.requests()).forEach(this::withdraw);
        }
        effects.add(new LeaseTold(renew.owner(), known, lost));
    }

    void force(Force force, long now) {
        LockEntry entry = ledger.index().find(force.key());
        while (entry != null && entry.grants != null) {
            ledger.statistics().count(Event.FORCED);
            ledger.lose(entry.grants, LockLoss.Cause.FORCED, force.by() + ": " + force.reason(), now);
        }
    }

    void died(Owner owner, String cause, long now) {
        grace.forget(owner);
        ledger.books().find(owner).ifPresent(book -> dead(book, cause, now));
        moves.isOver(owner, now);
    }

    private void dead(OwnerBook book, String cause, long now) {
        moves.died(book, now);
        free(book, cause, now);
    }

    /** It keeps what it holds until its lease is over. */
    void disconnected(Owner owner) {
        ledger.books().find(owner).ifPresent(book -> book.waiting().forEach(this::withdraw));
    }

    void present(Set<Owner> owners, long now) {
        Map<MemberId, List<Owner>> lives = new HashMap<>();
        owners.forEach(owner -> lives.computeIfAbsent(owner.member(), unknown -> new ArrayList<>())
                .add(owner));
        for (OwnerBook book : List.copyOf(ledger.books().all())) {
            List<Owner> there = lives.getOrDefault(book.owner().member(), List.of());
            if (there.stream().anyMatch(owner -> owner.replaces(book.owner()))) {
                dead(book, "a new incarnation has come", now);
            }
        }
        Set<Owner> holders = ledger.books().all().stream()
                .filter(book -> book.size() > 0)
                .map(OwnerBook::owner)
                .collect(Collectors.toSet());
        grace.present(owners, holders);
    }

    /** Ends whose lease is over. */
    void expire(long now, long lease) {
        while (ledger.books()
                .first()
                .filter(book -> book.contact + lease <= now)
                .isPresent()) {
            OwnerBook silent = ledger.books().first().orElseThrow();
            free(silent, "its lease is over", now);
            grace.expired(silent.owner());
        }
    }

    private void free(OwnerBook book, String cause, long now) {
        book.waiting().forEach(this::withdraw);
        List<Grant> grants = book.grants().all(grant -> true);
        for (Grant grant : grants) {
            ledger.statistics().count(Event.LOST);
            ledger.drop(grant, now);
        }
        ledger.books().remove(book);
        moves.isOver(book.owner(), now);
        if (!grants.isEmpty()) {
            effects.add(new Freed(book.owner(), grants.size(), cause));
        }
    }
}
