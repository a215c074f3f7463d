package org.asterism.lock.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.asterism.lock.LockLoss;
import org.asterism.lock.internal.LockCommand.Declare;
import org.asterism.lock.internal.LockCommand.Declared;
import org.asterism.lock.internal.LockEffect.LeaseTold;

/** Brings back what an earlier life of the table has granted. */
final class Declarations {

    private final GraceWindow grace;
    private final LockLedger ledger;
    private final Tokens tokens;
    private final Deadlocks deadlocks;
    private final Estates estates;
    private final List<LockEffect> effects;

    Declarations(
            GraceWindow grace,
            LockLedger ledger,
            Tokens tokens,
            Deadlocks deadlocks,
            Estates estates,
            List<LockEffect> effects) {
        this.grace = grace;
        this.ledger = ledger;
        this.tokens = tokens;
        this.deadlocks = deadlocks;
        this.estates = estates;
        this.effects = effects;
    }

    void declare(Declare declare, long now) {
        OwnerBook book = ledger.books().heardOf(declare.owner(), now);
        Set<Long> lost = new LinkedHashSet<>();
        for (Declared declared : declare.locks()) {
            long number = declared.claim().ticket().request();
            tokens.seen(declared.token());
            if (!book.knows(number) && !restore(book, declared, now)) {
                lost.add(number);
            }
        }
        if (declare.last()) {
            grace.declared(declare.owner());
        }
        effects.add(new LeaseTold(declare.owner(), true, lost));
    }

    /** Of two that declare conflicting locks the one that was granted later has it: the other one's lease had ended. */
    private boolean restore(OwnerBook book, Declared declared, long now) {
        Claim claim = declared.claim();
        if (estates.find(claim.ticket()) != null) {
            return false; // its session leaves
        }
        List<Grant> conflicts = conflicts(book, claim);
        boolean newest = conflicts.stream().allMatch(grant -> grant.token < declared.token());
        if (!conflicts.isEmpty() && !(grace.open() && newest)) {
            return false;
        }
        conflicts.forEach(grant -> ledger.lose(grant, LockLoss.Cause.FREED, "another session holds it", now));
        Actor session = book.actor(claim.session());
        Actor party = book.actor(claim.party());
        LockEntry entry = ledger.index().of(claim.key());
        boolean unused = book.isUsed(claim.ticket().request(), 1);
        ledger.hold(
                new Grant(entry, session, party, claim.mode(), claim.ticket().request(), declared.token(), now));
        deadlocks.suspectHolder(party);
        return true;
    }

    private List<Grant> conflicts(OwnerBook book, Claim claim) {
        List<Grant> conflicts = new ArrayList<>();
        boolean unused = ledger.index().anyOverlapping(claim.key(), entry -> {
            for (Grant grant = entry.grants; grant != null; grant = grant.next) {
                boolean same = grant.book() == book && grant.session.name().equals(claim.session());
                if (Modes.conflict(grant.mode, claim.mode(), same)) {
                    conflicts.add(grant);
                }
            }
            return false;
        });
        return conflicts;
    }
}
