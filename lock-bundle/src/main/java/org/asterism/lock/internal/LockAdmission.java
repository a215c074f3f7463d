package org.asterism.lock.internal;

import java.time.Duration;
import java.util.List;
import org.asterism.lock.internal.LockEffect.Refused;
import org.asterism.lock.internal.LockEffect.TimedOut;

/** Decides about requests: granted, refused, in the queue, or not at all. */
final class LockAdmission {

    private final Bounds bounds;
    private final GraceWindow grace;
    private final LockLedger ledger;
    private final List<LockEffect> effects;

    LockAdmission(Bounds bounds, GraceWindow grace, LockLedger ledger, List<LockEffect> effects) {
        this.bounds = bounds;
        this.grace = grace;
        this.ledger = ledger;
        this.effects = effects;
    }

    void acquire(Claim claim, Duration patience, Duration now) {
        OwnerBook book = ledger.book(claim.owner(), now);
        book.contact(now);
        long request = claim.ticket().request();
        if (book.grants().containsKey(request)) {
            ledger.tell(claim.ticket(), book.grants().get(request).token());
        } else if (book.waiters().containsKey(request)) {
            ledger.postpone(book.waiters().get(request), now.plus(patience));
        } else {
            decide(book, claim, patience, now);
        }
        ledger.closeIfEmpty(book);
    }

    private void decide(OwnerBook book, Claim claim, Duration patience, Duration now) {
        LockEntries entries = ledger.entries();
        if (book.size() >= bounds.locksPerMember()) {
            refuse(claim, "this member holds and waits for " + book.size() + " locks");
        } else if (!entries.isKnown(claim.key()) && entries.size() >= bounds.locks()) {
            refuse(claim, "there are " + entries.size() + " locks in the cluster");
        } else {
            LockEntry entry = entries.of(claim.key());
            decide(entry, claim, patience, now);
            entries.dropIfEmpty(entry);
        }
    }

    private void decide(LockEntry entry, Claim claim, Duration patience, Duration now) {
        if (isItsTurn(entry, claim) && entry.admits(claim)) {
            ledger.grant(claim, now);
        } else if (patience.isZero()) {
            ledger.counters().timedOut();
            effects.add(new TimedOut(claim.ticket()));
        } else if (entry.queue().size() >= bounds.waitersPerLock()) {
            refuse(claim, entry.queue().size() + " requests wait for " + claim.key());
        } else {
            ledger.enqueue(new Waiter(claim, now, now.plus(patience)));
        }
    }

    /** A session that holds the lock already need not queue: nobody else can have it before. */
    private boolean isItsTurn(LockEntry entry, Claim claim) {
        return entry.heldBySessionOf(claim) || (!grace.open() && entry.queue().isEmpty());
    }

    private void refuse(Claim claim, String reason) {
        ledger.counters().refused();
        effects.add(new Refused(claim.ticket(), reason));
    }
}
