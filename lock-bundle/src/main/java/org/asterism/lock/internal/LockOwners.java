package org.asterism.lock.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asterism.lock.internal.LockCommand.Declare;
import org.asterism.lock.internal.LockCommand.Declared;
import org.asterism.lock.internal.LockCommand.Renew;
import org.asterism.lock.internal.LockEffect.Freed;
import org.asterism.lock.internal.LockEffect.LeaseTold;

/** What owners tell of themselves and what is heard of them. What ends by one command ends before anyone is served. */
final class LockOwners {

    private final GraceWindow grace;
    private final LockLedger ledger;
    private final List<LockEffect> effects;

    LockOwners(GraceWindow grace, LockLedger ledger, List<LockEffect> effects) {
        this.grace = grace;
        this.ledger = ledger;
        this.effects = effects;
    }

    void release(Ticket ticket, Duration now) {
        ledger.book(ticket.owner()).ifPresent(book -> end(book, List.of(ticket.request()), now));
    }

    void declare(Declare declare, Duration now) {
        OwnerBook book = ledger.book(declare.owner(), now);
        book.contact(now);
        Set<Long> lost = new LinkedHashSet<>();
        for (Declared declared : declare.locks()) {
            long request = declared.claim().ticket().request();
            ledger.seen(declared.token());
            if (!book.knows(request) && !restore(declared, now)) {
                lost.add(request);
            }
        }
        if (declare.last()) {
            grace.declared(declare.owner());
        }
        effects.add(new LeaseTold(declare.owner(), true, lost));
        ledger.closeIfEmpty(book);
    }

    /** Of two that declare conflicting locks the one that was granted later has it: the other one's lease had ended. */
    private boolean restore(Declared declared, Duration now) {
        List<Grant> conflicts = ledger.conflictsOf(declared.claim());
        boolean newest = conflicts.stream().allMatch(grant -> grant.token() < declared.token());
        if (conflicts.isEmpty() || (grace.open() && newest)) {
            conflicts.forEach(ledger::drop);
            ledger.counters().lost(conflicts.size());
            ledger.hold(new Grant(declared.claim(), declared.token(), now));
            return true;
        }
        return false;
    }

    void renew(Renew renew, Duration now) {
        boolean known = grace.hasDeclared(renew.owner());
        OwnerBook book = ledger.book(renew.owner(), now);
        Set<Long> lost = new HashSet<>();
        if (known) {
            book.contact(now);
            renew.requests().stream().filter(request -> !book.knows(request)).forEach(lost::add);
            end(book, book.unwanted(renew.upTo(), renew.requests()), now);
        }
        effects.add(new LeaseTold(renew.owner(), known, lost));
        ledger.closeIfEmpty(book);
    }

    private void end(OwnerBook book, List<Long> requests, Duration now) {
        List<LockEntry> touched = new ArrayList<>();
        for (Long request : requests) {
            book.grant(request).ifPresent(grant -> {
                ledger.counters().released();
                touched.add(ledger.drop(grant));
            });
            book.waiter(request).ifPresent(waiter -> touched.add(ledger.withdraw(waiter)));
        }
        ledger.closeIfEmpty(book);
        ledger.serve(touched, now);
    }

    void died(Owner owner, String cause, Duration now) {
        grace.forget(owner);
        ledger.book(owner).ifPresent(book -> ledger.serve(free(book, cause), now));
    }

    /** It keeps what it holds until its lease is over. */
    void disconnected(Owner owner, Duration now) {
        ledger.book(owner).ifPresent(book -> {
            List<Waiter> waiters = List.copyOf(book.waiters().values());
            List<LockEntry> touched = waiters.stream().map(ledger::withdraw).toList();
            ledger.closeIfEmpty(book);
            ledger.serve(touched, now);
        });
    }

    void present(Set<Owner> owners, Duration now) {
        List<OwnerBook> replaced = ledger.books().stream()
                .filter(book -> owners.stream().anyMatch(owner -> owner.replaces(book.owner())))
                .toList();
        List<LockEntry> touched = new ArrayList<>();
        replaced.forEach(book -> touched.addAll(free(book, "a new incarnation has come")));
        Set<Owner> holders = ledger.books().stream().map(OwnerBook::owner).collect(Collectors.toSet());
        grace.present(owners, holders);
        ledger.serve(touched, now);
    }

    /** Ends whose lease is over; whom that concerns is to be served then. */
    List<LockEntry> expire(Duration now, Duration lease) {
        Stream<OwnerBook> over = ledger.books().stream()
                .filter(book -> book.contact().plus(lease).compareTo(now) <= 0);
        return over.flatMap(book -> free(book, "its lease is over").stream()).toList();
    }

    private List<LockEntry> free(OwnerBook book, String cause) {
        List<LockEntry> touched = new ArrayList<>();
        List<Grant> grants = List.copyOf(book.grants().values());
        grants.forEach(grant -> touched.add(ledger.drop(grant)));
        List.copyOf(book.waiters().values()).forEach(waiter -> touched.add(ledger.withdraw(waiter)));
        ledger.closeIfEmpty(book);
        if (!grants.isEmpty()) {
            ledger.counters().lost(grants.size());
            effects.add(new Freed(book.owner(), grants.size(), cause));
        }
        return touched;
    }
}
