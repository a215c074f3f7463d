package org.asterism.protocol.member;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.asterism.cluster.MemberId;
import org.asterism.protocol.Addresses;

/**
 * One-way messages that wait until they can leave, and those that have left and are not confirmed. Deterministic, not
 * thread-safe.
 *
 * <ol>
 *   <li>Messages on one lane leave in the order in which they came, with growing sequences.
 *   <li>No more than a bound is unconfirmed; the rest waits.
 *   <li>When the link is lost, what is not confirmed leaves again, before what waits, with the sequence it had.
 *   <li>A message that was sent to one life of a member never leaves for another life.
 * </ol>
 */
final class Outbox {

    private final MessagingLimits limits;
    private final Predicate<Parcel> exit;
    private final Map<String, Deque<Parcel>> waiting = new LinkedHashMap<>();
    private final Deque<Parcel> unconfirmed = new ArrayDeque<>();
    private long waitingBytes;
    private long unconfirmedBytes;
    private long sequence;
    private long position;

    /** @param exit takes what leaves; true if it need not be kept */
    Outbox(MessagingLimits limits, Predicate<Parcel> exit) {
        this.limits = limits;
        this.exit = exit;
    }

    /** Takes a message; false if there is no room. */
    boolean add(Parcel parcel) {
        if (waitingBytes + parcel.size() > limits.outboxBytes()) {
            return false;
        }
        waiting.computeIfAbsent(parcel.lane(), lane -> new ArrayDeque<>()).add(parcel);
        waitingBytes += parcel.size();
        return true;
    }

    /** Whether less than half of what may wait does. */
    boolean hasRoom() {
        return waitingBytes <= limits.outboxBytes() / 2;
    }

    /** Lets leave what can leave now. */
    void release(Presence presence) {
        if (!presence.up()) {
            return;
        }
        Iterator<Deque<Parcel>> lanes = waiting.values().iterator();
        while (lanes.hasNext() && !full()) {
            Deque<Parcel> parcels = lanes.next();
            while (!parcels.isEmpty()
                    && !full()
                    && presence.ready(parcels.peek().to())) {
                leave(parcels.poll(), presence);
            }
            if (parcels.isEmpty()) {
                lanes.remove();
            }
        }
    }

    private boolean full() {
        return unconfirmedBytes >= limits.unconfirmedBytes();
    }

    private void leave(Parcel parcel, Presence presence) {
        waitingBytes -= parcel.size();
        Optional<String> life = parcel.to().map(presence::incarnation);
        if (parcel.sentTo().isPresent() && !parcel.sentTo().equals(life)) {
            return;
        }
        long number = parcel.sequence() == 0 ? ++sequence : parcel.sequence();
        Parcel leaving = parcel.leaving(number, life, ++position);
        if (!exit.test(leaving)) {
            unconfirmed.add(leaving);
            unconfirmedBytes += leaving.size();
        }
    }

    /** Every receiver has what has left up to this position. */
    void confirmed(long upTo) {
        while (!unconfirmed.isEmpty() && unconfirmed.peek().position() <= upTo) {
            unconfirmedBytes -= unconfirmed.poll().size();
        }
    }

    /** The link is down: what is not confirmed waits again. */
    void linkLost() {
        for (Parcel parcel = unconfirmed.pollLast(); parcel != null; parcel = unconfirmed.pollLast()) {
            waiting.computeIfAbsent(parcel.lane(), lane -> new ArrayDeque<>()).addFirst(parcel);
            waitingBytes += parcel.size();
        }
        unconfirmedBytes = 0;
    }

    /** Nobody will ever take what waits for this member. */
    int drop(MemberId gone) {
        Deque<Parcel> dropped = waiting.remove(Addresses.member(gone));
        if (dropped == null) {
            return 0;
        }
        dropped.forEach(parcel -> waitingBytes -= parcel.size());
        return dropped.size();
    }
}
