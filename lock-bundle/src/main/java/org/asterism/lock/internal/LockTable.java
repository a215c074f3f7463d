package org.asterism.lock.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockServerStatus;
import org.asterism.lock.internal.LockCommand.Acquire;
import org.asterism.lock.internal.LockCommand.Declare;
import org.asterism.lock.internal.LockCommand.Declared;
import org.asterism.lock.internal.LockCommand.Died;
import org.asterism.lock.internal.LockCommand.Disconnected;
import org.asterism.lock.internal.LockCommand.Epoch;
import org.asterism.lock.internal.LockCommand.Present;
import org.asterism.lock.internal.LockCommand.Release;
import org.asterism.lock.internal.LockCommand.Renew;
import org.asterism.lock.internal.LockCommand.Settled;
import org.asterism.lock.internal.LockEffect.Freed;
import org.asterism.lock.internal.LockEffect.GraceOver;
import org.asterism.lock.internal.LockEffect.LeaseTold;
import org.asterism.lock.internal.LockEffect.Refused;
import org.asterism.lock.internal.LockEffect.TimedOut;

/**
 * All locks of the cluster. Deterministic, for one thread; {@code now} is the time since any fixed moment and never goes
 * back. Begins with a {@link GraceWindow}.
 */
public final class LockTable {

    private final Bounds bounds;
    private final Duration lease;
    private final GraceWindow grace;
    private final List<LockEffect> effects = new ArrayList<>();
    private final LockLedger ledger;

    public LockTable(Bounds bounds, Duration lease, Duration now) {
        this.bounds = bounds;
        this.lease = lease;
        this.grace = new GraceWindow(now.plus(lease));
        this.ledger = new LockLedger(effects, grace::hasDeclared);
    }

    /** What has to be told, in order. */
    public List<LockEffect> apply(LockCommand command, Duration now) {
        pass(now);
        if (command instanceof Acquire acquire) {
            acquire(acquire.claim(), acquire.patience(), now);
        } else if (command instanceof Release release) {
            release(release.ticket(), now);
        } else if (command instanceof Declare declare) {
            declare(declare, now);
        } else if (command instanceof Renew renew) {
            renew(renew, now);
        } else {
            applyToOwners(command, now);
        }
        grace.close(now).ifPresent(cause -> openFor(cause, now));
        List<LockEffect> told = List.copyOf(effects);
        effects.clear();
        return told;
    }

    private void applyToOwners(LockCommand command, Duration now) {
        if (command instanceof Died died) {
            grace.forget(died.owner());
            ledger.book(died.owner()).ifPresent(book -> serve(free(book, died.cause()), now));
        } else if (command instanceof Disconnected disconnected) {
            ledger.book(disconnected.owner()).ifPresent(book -> withdraw(book, now));
        } else if (command instanceof Present present) {
            present(present.owners(), now);
        } else if (command instanceof Settled settled) {
            grace.settled(settled.complete());
        } else if (command instanceof Epoch epoch) {
            ledger.epoch(epoch.epoch());
        }
    }

    /** When a command should be applied at the latest, if only to let time pass. */
    public Optional<Duration> nextDeadline() {
        Stream<Duration> window = grace.open() ? Stream.of(grace.end()) : Stream.empty();
        Stream<Duration> leases =
                ledger.books().stream().map(book -> book.contact().plus(lease));
        return Stream.of(window, leases, ledger.firstDeadline().stream())
                .flatMap(times -> times)
                .min(Duration::compareTo);
    }

    public List<LockInfo> locks(int limit, Duration now) {
        return ledger.entries.describe(limit, now);
    }

    public LockServerStatus status() {
        int held =
                ledger.books().stream().mapToInt(book -> book.grants().size()).sum();
        LockCounters counted = ledger.counters;
        return new LockServerStatus(
                grace.open(),
                held,
                ledger.waiting(),
                counted.granted,
                counted.released,
                counted.timedOut,
                counted.refused,
                counted.lost);
    }

    /** Everything that ends by now ends before anyone is served. */
    private void pass(Duration now) {
        List<LockEntry> touched = new ArrayList<>();
        for (OwnerBook book : ledger.books()) {
            if (book.contact().plus(lease).compareTo(now) <= 0) {
                touched.addAll(free(book, "its lease is over"));
            }
        }
        touched.addAll(ledger.timeOut(now));
        serve(touched, now);
        grace.close(now).ifPresent(cause -> openFor(cause, now));
    }

    private void acquire(Claim claim, Duration patience, Duration now) {
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
    }

    private void decide(OwnerBook book, Claim claim, Duration patience, Duration now) {
        if (book.size() >= bounds.locksPerMember()) {
            refuse(claim, "this member holds and waits for " + book.size() + " locks");
        } else if (!ledger.entries.isKnown(claim.key()) && ledger.entries.size() >= bounds.locks()) {
            refuse(claim, "there are " + ledger.entries.size() + " locks in the cluster");
        } else {
            decide(ledger.entries.of(claim.key()), claim, patience, now);
        }
        ledger.closeIfEmpty(book);
    }

    private void decide(LockEntry entry, Claim claim, Duration patience, Duration now) {
        boolean turn =
                entry.heldBySessionOf(claim) || (!grace.open() && entry.queue().isEmpty());
        if (turn && entry.admits(claim)) {
            ledger.grant(claim, now);
        } else if (patience.isZero()) {
            ledger.counters.timedOut++;
            effects.add(new TimedOut(claim.ticket()));
        } else if (entry.queue().size() >= bounds.waitersPerLock()) {
            refuse(claim, entry.queue().size() + " requests wait for " + claim.key());
        } else {
            ledger.enqueue(new Waiter(claim, now, now.plus(patience)));
        }
        ledger.entries.dropIfEmpty(entry);
    }

    private void refuse(Claim claim, String reason) {
        ledger.counters.refused++;
        effects.add(new Refused(claim.ticket(), reason));
    }

    private void release(Ticket ticket, Duration now) {
        ledger.book(ticket.owner()).ifPresent(book -> {
            end(book, ticket.request(), now);
            ledger.closeIfEmpty(book);
        });
    }

    private void end(OwnerBook book, long request, Duration now) {
        Grant grant = book.grants().get(request);
        Waiter waiter = book.waiters().get(request);
        if (grant != null) {
            ledger.counters.released++;
            serve(List.of(ledger.drop(grant)), now);
        } else if (waiter != null) {
            serve(List.of(ledger.withdraw(waiter)), now);
        }
    }

    private void declare(Declare declare, Duration now) {
        OwnerBook book = ledger.book(declare.owner(), now);
        book.contact(now);
        Set<Long> lost = new LinkedHashSet<>();
        for (Declared declared : declare.locks()) {
            ledger.seen(declared.token());
            if (!book.knows(declared.claim().ticket().request()) && !restore(declared, now)) {
                lost.add(declared.claim().ticket().request());
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
        LockEntry entry = ledger.entries.of(declared.claim().key());
        List<Grant> conflicts = entry.conflictsOf(declared.claim());
        boolean newest = conflicts.stream().allMatch(grant -> grant.token() < declared.token());
        if (conflicts.isEmpty() || (grace.open() && newest)) {
            conflicts.forEach(ledger::drop);
            ledger.counters.lost += conflicts.size();
            ledger.hold(new Grant(declared.claim(), declared.token(), now));
            return true;
        }
        return false;
    }

    private void renew(Renew renew, Duration now) {
        boolean known = grace.hasDeclared(renew.owner());
        OwnerBook book = ledger.book(renew.owner(), now);
        Set<Long> lost = new HashSet<>();
        if (known) {
            book.contact(now);
            renew.requests().stream().filter(request -> !book.knows(request)).forEach(lost::add);
            Stream.concat(book.grants().keySet().stream(), book.waiters().keySet().stream())
                    .filter(request ->
                            request <= renew.upTo() && !renew.requests().contains(request))
                    .toList()
                    .forEach(request -> end(book, request, now));
        }
        effects.add(new LeaseTold(renew.owner(), known, lost));
        ledger.closeIfEmpty(book);
    }

    private void present(Set<Owner> owners, Duration now) {
        grace.present(owners);
        List<LockEntry> touched = new ArrayList<>();
        for (OwnerBook book : ledger.books()) {
            if (owners.stream().anyMatch(owner -> owner.replaces(book.owner()))) {
                grace.forget(book.owner());
                touched.addAll(free(book, "a new incarnation has come"));
            }
        }
        serve(touched, now);
    }

    /** Takes everything from an owner; whom that concerns is to be served then. */
    private List<LockEntry> free(OwnerBook book, String cause) {
        List<LockEntry> touched = new ArrayList<>();
        List<Grant> grants = List.copyOf(book.grants().values());
        grants.forEach(grant -> touched.add(ledger.drop(grant)));
        List.copyOf(book.waiters().values()).forEach(waiter -> touched.add(ledger.withdraw(waiter)));
        ledger.counters.lost += grants.size();
        ledger.closeIfEmpty(book);
        if (!grants.isEmpty()) {
            effects.add(new Freed(book.owner(), grants.size(), cause));
        }
        return touched;
    }

    private void withdraw(OwnerBook book, Duration now) {
        List<Waiter> waiters = List.copyOf(book.waiters().values());
        serve(waiters.stream().map(ledger::withdraw).toList(), now);
        ledger.closeIfEmpty(book);
    }

    private void serve(List<LockEntry> entries, Duration now) {
        if (!grace.open()) {
            entries.forEach(entry -> ledger.serve(entry, now));
        } else {
            entries.forEach(ledger.entries::dropIfEmpty);
        }
    }

    private void openFor(String cause, Duration now) {
        effects.add(new GraceOver(cause));
        serve(ledger.entries.all(), now);
    }
}
