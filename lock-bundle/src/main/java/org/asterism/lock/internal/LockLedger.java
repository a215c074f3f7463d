package org.asterism.lock.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.asterism.lock.internal.LockEffect.Granted;
import org.asterism.lock.internal.LockEffect.TimedOut;
import org.asterism.lock.internal.LockEffect.Withdrawn;

/** The books of the table: every grant and every waiter is in its key's entry and in its owner's book, or in neither. */
final class LockLedger {

    private final LockEntries entries = new LockEntries();
    private final LockCounters counters = new LockCounters();
    private final Map<Owner, OwnerBook> books = new LinkedHashMap<>();
    private final TreeSet<Waiter> deadlines = new TreeSet<>(Waiter.BY_DEADLINE);
    private final List<LockEffect> effects;
    private final GraceWindow grace;
    private long lastToken;
    private long epoch;

    LockLedger(GraceWindow grace, List<LockEffect> effects) {
        this.effects = effects;
        this.grace = grace;
    }

    LockEntries entries() {
        return entries;
    }

    LockCounters counters() {
        return counters;
    }

    void epoch(long newEpoch) {
        epoch = Math.max(epoch, newEpoch);
    }

    /** Tokens from before are never granted again. */
    void seen(long token) {
        lastToken = Math.max(lastToken, token);
    }

    OwnerBook book(Owner owner, Duration now) {
        return books.computeIfAbsent(owner, unknown -> new OwnerBook(unknown, now));
    }

    Optional<OwnerBook> book(Owner owner) {
        return Optional.ofNullable(books.get(owner));
    }

    List<OwnerBook> books() {
        return List.copyOf(books.values());
    }

    void grant(Claim claim, Duration now) {
        lastToken = Math.max(lastToken + 1, (epoch << 32) + 1);
        counters.granted();
        hold(new Grant(claim, lastToken, now));
        tell(claim.ticket(), lastToken);
    }

    void tell(Ticket ticket, long token) {
        effects.add(new Granted(ticket, token, 1, grace.hasDeclared(ticket.owner())));
    }

    void hold(Grant grant) {
        Ticket ticket = grant.claim().ticket();
        entries.of(grant.claim().key()).add(grant);
        book(ticket.owner(), grant.since()).grants().put(ticket.request(), grant);
    }

    void enqueue(Waiter waiter) {
        entries.of(waiter.claim().key()).enqueue(waiter);
        book(waiter.claim().owner(), waiter.since())
                .waiters()
                .put(waiter.claim().ticket().request(), waiter);
        deadlines.add(waiter);
    }

    void postpone(Waiter waiter, Duration deadline) {
        deadlines.remove(waiter);
        waiter.moveDeadline(deadline);
        deadlines.add(waiter);
    }

    /** Takes a grant away; who waits for it is not served yet. */
    LockEntry drop(Grant grant) {
        Ticket ticket = grant.claim().ticket();
        book(ticket.owner()).ifPresent(book -> book.grants().remove(ticket.request()));
        LockEntry entry = entries.of(grant.claim().key());
        entry.removeGrant(ticket);
        return entry;
    }

    /** Takes a waiter out of its queue. */
    LockEntry withdraw(Waiter waiter) {
        LockEntry entry = forget(waiter);
        effects.add(new Withdrawn(waiter.claim().ticket()));
        return entry;
    }

    /** Ends all waiting whose time is over. */
    List<LockEntry> timeOut(Duration now) {
        List<LockEntry> touched = new ArrayList<>();
        while (!deadlines.isEmpty() && deadlines.first().deadline().compareTo(now) <= 0) {
            Waiter waiter = deadlines.first();
            touched.add(forget(waiter));
            counters.timedOut();
            effects.add(new TimedOut(waiter.claim().ticket()));
        }
        return touched;
    }

    Optional<Duration> firstDeadline() {
        return deadlines.isEmpty()
                ? Optional.empty()
                : Optional.of(deadlines.first().deadline());
    }

    int waiting() {
        return deadlines.size();
    }

    int held() {
        return books.values().stream().mapToInt(book -> book.grants().size()).sum();
    }

    List<Grant> conflictsOf(Claim claim) {
        LockEntry entry = entries.of(claim.key());
        List<Grant> conflicts = entry.conflictsOf(claim);
        entries.dropIfEmpty(entry);
        return conflicts;
    }

    /** Serves those whose turn it is, if anything is granted now. */
    void serve(List<LockEntry> touched, Duration now) {
        for (LockEntry entry : touched) {
            if (!grace.open()) {
                serve(entry, now);
            }
            entries.dropIfEmpty(entry);
        }
    }

    private void serve(LockEntry entry, Duration now) {
        Optional<Waiter> next = entry.pollAdmitted();
        while (next.isPresent()) {
            forget(next.get());
            grant(next.get().claim(), now);
            next = entry.pollAdmitted();
        }
    }

    void closeIfEmpty(OwnerBook book) {
        if (book.size() == 0) {
            books.remove(book.owner());
        }
    }

    private LockEntry forget(Waiter waiter) {
        deadlines.remove(waiter);
        Ticket ticket = waiter.claim().ticket();
        book(ticket.owner()).ifPresent(book -> book.waiters().remove(ticket.request()));
        LockEntry entry = entries.of(waiter.claim().key());
        entry.removeWaiter(waiter);
        return entry;
    }
}
