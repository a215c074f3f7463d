package org.asterism.protocol.member;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.MemberId;

/**
 * One-way messages that wait until they can go out, and those that went out lately. Deterministic, not thread-safe.
 *
 * <ol>
 *   <li>Messages to one target leave in the order in which they came.
 *   <li>When the link is lost, what was sent within the retention leaves again, before what waits.
 *   <li>A message that was sent to one life of a member never leaves for another life.
 * </ol>
 */
final class Outbox {

    private final MessagingLimits limits;
    private final Map<Optional<MemberId>, Deque<Parcel>> waiting = new LinkedHashMap<>();
    private final Deque<Parcel> sent = new ArrayDeque<>();
    private long waitingBytes;
    private long sentBytes;

    Outbox(MessagingLimits limits) {
        this.limits = limits;
    }

    /** Takes a message; false if there is no room. */
    boolean add(Parcel parcel) {
        if (waitingBytes + parcel.size() > limits.outboxBytes()) {
            return false;
        }
        waiting.computeIfAbsent(parcel.to(), to -> new ArrayDeque<>()).add(parcel);
        waitingBytes += parcel.size();
        return true;
    }

    /** What can leave now, in order. It is kept for the retention. */
    List<Parcel> release(Presence presence, long now) {
        if (waiting.isEmpty() || !presence.up()) {
            return List.of();
        }
        List<Parcel> released = new ArrayList<>();
        waiting.entrySet().removeIf(entry -> {
            boolean ready = presence.ready(entry.getKey());
            if (ready) {
                entry.getValue().forEach(parcel -> leave(parcel, presence, now, released));
            }
            return ready;
        });
        return released;
    }

    private void leave(Parcel parcel, Presence presence, long now, List<Parcel> released) {
        waitingBytes -= parcel.size();
        String life = parcel.to().map(presence::incarnation).orElse("");
        if (parcel.sentTo().map(life::equals).orElse(true)) {
            Parcel leaving = parcel.sent(life, now);
            released.add(leaving);
            sent.add(leaving);
            sentBytes += leaving.size();
            prune(now);
        }
    }

    /** The link is down: what was sent lately waits again. */
    void linkLost(long now) {
        prune(now);
        for (Parcel parcel = sent.pollLast(); parcel != null; parcel = sent.pollLast()) {
            waiting.computeIfAbsent(parcel.to(), to -> new ArrayDeque<>()).addFirst(parcel);
            waitingBytes += parcel.size();
        }
        sentBytes = 0;
    }

    /** Nobody will ever take what waits for this member. */
    int drop(MemberId gone) {
        Deque<Parcel> dropped = waiting.remove(Optional.of(gone));
        if (dropped == null) {
            return 0;
        }
        dropped.forEach(parcel -> waitingBytes -= parcel.size());
        return dropped.size();
    }

    private void prune(long now) {
        while (!sent.isEmpty() && (sentBytes > limits.retainedBytes() || tooOld(sent.peek(), now))) {
            sentBytes -= sent.poll().size();
        }
    }

    private boolean tooOld(Parcel parcel, long now) {
        return now - parcel.sentAt() > limits.retention().toNanos();
    }

    /**
     * @param to one member; empty stands for everyone who listens
     * @param sentTo the life of the receiver it was sent to; empty if it was not sent yet
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Parcel(Optional<MemberId> to, String topic, byte[] bytes, Optional<String> sentTo, long sentAt) {

        static Parcel fresh(Optional<MemberId> to, String topic, byte[] bytes) {
            return new Parcel(to, topic, bytes, Optional.empty(), 0);
        }

        Parcel sent(String life, long now) {
            return new Parcel(to, topic, bytes, Optional.of(life), now);
        }

        int size() {
            return bytes.length;
        }
    }
}
