package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.asterism.lock.LockLoss.Cause;
import org.asterism.lock.LockUnavailableException;
import org.asterism.lock.internal.Lease;
import org.asterism.lock.internal.cbor.LostNotice.Lost;
import org.asterism.lock.internal.cbor.RenewRequest;

/**
 * What this member holds and asks for, in which {@link Term}, and until when it may believe that. Reading costs no lock; what
 * decides about belief is one at a time, because a lock is held only in the term and the lease in which it was granted.
 */
final class LockBook {

    private final LongSupplier nanoTime;
    private final Losses losses;
    private final Map<Long, Wanted> wanted = new ConcurrentHashMap<>();
    private long lastNumber;
    private boolean closed;
    private volatile Term term = Term.NONE;
    private volatile Lease lease = Lease.NONE;

    /** @param lastNumber at least as high as any number used before in this life of the member */
    LockBook(LongSupplier nanoTime, Losses losses, long lastNumber) {
        this.nanoTime = nanoTime;
        this.losses = losses;
        this.lastNumber = lastNumber;
    }

    /** A new request gets its numbers. */
    synchronized void enter(Acquisition request) {
        if (closed) {
            throw new LockUnavailableException("the lock service of this member has ended");
        }
        request.number(lastNumber + 1);
        for (int i = 0; i < request.size(); i++) {
            lastNumber++;
            wanted.put(lastNumber, request);
        }
    }

    Term term() {
        return term;
    }

    /** The link broke, came up, or leads to another server: nothing is declared. */
    synchronized Term newTerm() {
        term = term.next();
        return term;
    }

    /**
     * Begins to hold; false if that is not to be believed: the request is decided already, or the term or the lease is over.
     *
     * @param known whether the server knows everything that is held, so that the lease begins anew
     */
    synchronized boolean hold(
            Acquisition request, List<ClientLock> locks, long askedInTerm, Lease leaseNow, boolean known) {
        if (askedInTerm != term.number() || closed) {
            return false;
        }
        if (known) {
            renew(leaseNow);
        }
        if (!lease.holdsAt(nanoTime.getAsLong()) || !request.decide()) {
            return false;
        }
        for (ClientLock lock : locks) {
            wanted.put(lock.number(), lock);
        }
        return true;
    }

    /** The server knows everything of this term; false if the term is over. */
    synchronized boolean contact(Term contacted, Lease leaseNow) {
        if (contacted.number() != term.number()) {
            return false;
        }
        term = new Term(contacted.number(), true);
        renew(leaseNow);
        return true;
    }

    /** Whether what is held is held for sure; if not, it is over. */
    boolean leased() {
        return lease.holdsAt(nanoTime.getAsLong()) || !expire().isZero();
    }

    /** Ends what is held if the lease is over; how long it lasts, zero if it is over. */
    synchronized Duration expire() {
        Duration left = lease.left(nanoTime.getAsLong());
        if (left.isZero()) {
            end(wanted.keySet(), Cause.LEASE_OVER, "the hub could not be reached for the length of a lease");
        }
        return left;
    }

    Duration leaseLength() {
        return lease.length();
    }

    /** Ends these locks, as far as they are held. */
    void end(Collection<Long> numbers, Cause cause, String reason) {
        List<ClientLock> ended = new ArrayList<>();
        for (Long number : numbers) {
            if (wanted.get(number) instanceof ClientLock lock && lock.lose()) {
                wanted.remove(number);
                ended.add(lock);
            }
        }
        losses.tell(ended, cause, reason);
    }

    /** The server has taken this lock away. */
    void lost(Lost lost) {
        if (find(lost.request()).orElse(null) instanceof Acquisition request) {
            request.lost(lost); // the grant is on its way, or being heard right now
        }
        if (find(lost.request()).orElse(null) instanceof ClientLock lock && lock.fencingToken() == lost.token()) {
            end(List.of(lost.request()), lost.cause(), lost.reason());
        }
    }

    private Optional<Wanted> find(long number) {
        return Optional.ofNullable(wanted.get(number));
    }

    /** The number is never used again. */
    void forget(long number) {
        wanted.remove(number);
    }

    List<ClientLock> held() {
        List<ClientLock> held = new ArrayList<>();
        wanted.values().forEach(one -> {
            if (one instanceof ClientLock lock) {
                held.add(lock);
            }
        });
        return held;
    }

    /** The requests that are not decided, the oldest first. */
    List<Acquisition> waiting() {
        Set<Acquisition> waiting = new HashSet<>();
        wanted.values().forEach(one -> {
            if (one instanceof Acquisition request) {
                waiting.add(request);
            }
        });
        return waiting.stream()
                .sorted(Comparator.comparingLong(Acquisition::number))
                .toList();
    }

    boolean isEmpty() {
        return wanted.isEmpty();
    }

    /** What a sign of life says now. */
    synchronized Renewal renewal() {
        return new Renewal(term, new RenewRequest(lastNumber, wanted.keySet()));
    }

    /** A sign of life in a term. */
    record Renewal(Term term, RenewRequest request) {}

    /** Nothing is asked for any more. */
    synchronized void close() {
        closed = true;
    }

    /** A lease that was over once brings nothing back. */
    private void renew(Lease leaseNow) {
        if (!lease.holdsAt(nanoTime.getAsLong())) {
            expire();
        }
        lease = lease.latest(leaseNow);
    }
}
