package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.asterism.lock.internal.Lease;
import org.asterism.lock.internal.cbor.RenewRequest;

/**
 * What this member holds and asks for, and whether the server knows. A <em>term</em> is the time in which the link to one
 * server did not break; what was asked in one term is not believed in another.
 */
final class LockBook {

    /** Stands for none: a term is at least 1. */
    static final long NO_TERM = 0;

    private final LongSupplier nanoTime;
    private final Map<Long, ClientLock> held = new HashMap<>();
    private final Set<Long> asked = new HashSet<>();
    private long lastRequest;
    private long term;
    private boolean declared;
    private boolean closed;
    private Lease lease = Lease.NONE;

    /** @param firstRequest higher than any number used before in this life of the member */
    LockBook(LongSupplier nanoTime, long firstRequest) {
        this.nanoTime = nanoTime;
        this.lastRequest = firstRequest;
    }

    /** A new request. */
    synchronized long ask() {
        lastRequest++;
        asked.add(lastRequest);
        return lastRequest;
    }

    /** The link broke, came up, or leads to another server: nothing is declared. */
    synchronized long newTerm() {
        term++;
        declared = false;
        notifyAll();
        return term;
    }

    /** Waits until everything is declared; then the term, else {@link #NO_TERM}. */
    synchronized long awaitDeclared(Duration atMost) throws InterruptedException {
        awaitUntil(() -> declared || closed, atMost);
        return declared && !closed ? term : NO_TERM;
    }

    /** Waits for a while, or until another term begins. */
    synchronized void pause(Duration atMost) throws InterruptedException {
        long before = term;
        awaitUntil(() -> term != before || closed, atMost);
    }

    private void awaitUntil(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        long end = nanoTime.getAsLong() + atMost.toNanos();
        long left = atMost.toNanos();
        while (!condition.getAsBoolean() && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - nanoTime.getAsLong();
        }
    }

    /** Begins to hold; false if that is not to be believed: nobody wants it any more, or the term or the lease is over. */
    synchronized boolean hold(ClientLock lock, long askedInTerm, Lease leaseNow, boolean known) {
        long request = lock.granted().request();
        if (!asked.contains(request) || askedInTerm != term || closed) {
            return false;
        }
        if (known) {
            renew(leaseNow);
        }
        if (!lease.holdsAt(nanoTime.getAsLong())) {
            return false;
        }
        asked.remove(request);
        held.put(request, lock);
        return true;
    }

    /** The server knows everything of this term. */
    synchronized void contact(long contactTerm, Lease leaseNow) {
        if (contactTerm == term) {
            declared = true;
            renew(leaseNow);
            notifyAll();
        }
    }

    /** Ends what is held if the lease is over; what has ended, so that it can be told. */
    synchronized List<ClientLock> expire() {
        return lease.holdsAt(nanoTime.getAsLong()) ? List.of() : end(Set.copyOf(held.keySet()));
    }

    /** Ends these locks, as far as they are held. */
    synchronized List<ClientLock> end(Set<Long> requests) {
        List<ClientLock> ended = new ArrayList<>();
        for (Long request : requests) {
            ClientLock lock = held.remove(request);
            if (lock != null) {
                lock.end();
                ended.add(lock);
            }
        }
        return ended;
    }

    /** The request is never used again; false if that was known. */
    synchronized boolean forget(long request) {
        boolean wasHeld = !end(Set.of(request)).isEmpty();
        return asked.remove(request) || wasHeld;
    }

    /** Whether what is held is held for sure; if not, it is over. */
    synchronized boolean leased() {
        return expire().isEmpty() && lease.holdsAt(nanoTime.getAsLong());
    }

    synchronized boolean wants(long request) {
        return asked.contains(request);
    }

    synchronized Duration leaseLength() {
        return lease.length();
    }

    synchronized List<ClientLock> held() {
        return List.copyOf(held.values());
    }

    /** What a sign of life says now. */
    synchronized Renewal renewal() {
        Set<Long> requests = new HashSet<>(asked);
        requests.addAll(held.keySet());
        return new Renewal(term, new RenewRequest(lastRequest, requests), Set.copyOf(held.keySet()));
    }

    /** Only what was held when the sign of life was sent can be missing on the server: the rest may be on its way. */
    record Renewal(long term, RenewRequest request, Set<Long> held) {}

    synchronized long term() {
        return term;
    }

    synchronized boolean isDeclared() {
        return declared;
    }

    /** Nothing is held or asked for any more; what was. */
    synchronized Set<Long> close() {
        Set<Long> open = new HashSet<>(asked);
        open.addAll(held.keySet());
        List<ClientLock> unused = end(Set.copyOf(held.keySet()));
        asked.clear();
        closed = true;
        notifyAll();
        return open;
    }

    /** A lease that was over once brings nothing back. */
    private void renew(Lease leaseNow) {
        if (!lease.holdsAt(nanoTime.getAsLong())) {
            end(Set.copyOf(held.keySet()));
        }
        lease = lease.latest(leaseNow);
    }
}
