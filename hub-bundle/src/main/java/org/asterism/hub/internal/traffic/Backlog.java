package org.asterism.hub.internal.traffic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.asterism.protocol.frame.Run;

/**
 * What is on its way to one receiver: what waits, and what is sent and not confirmed. Not thread-safe.
 *
 * <ol>
 *   <li>Runs leave in the order in which they came, as long as no more than a window of one-way messages is unconfirmed;
 *       past it one-way messages wait while the others overtake them.
 *   <li>Each consignment is released exactly once: when the receiver confirms, when the senders no longer wait for it, or when
 *       the backlog is cleared.
 * </ol>
 */
final class Backlog {

    private static final int FRAME_BYTES = 128 << 10;

    private final long window;
    private final Deque<Waiting> urgent = new ArrayDeque<>();
    private final Deque<Waiting> oneWay = new ArrayDeque<>();
    private final Deque<Sent> unconfirmed = new ArrayDeque<>();
    private long order;
    private long waitingBytes;
    private long unconfirmedBytes;
    private long number;
    private boolean awaited = true;

    /** @param window bytes of one-way messages that may be unconfirmed */
    Backlog(long window) {
        this.window = window;
    }

    void add(Cargo cargo) {
        urgent.add(new Waiting(++order, cargo, false, Optional.empty()));
        waitingBytes += cargo.size();
    }

    void add(Run run, Consignment consignment) {
        if (awaited) {
            consignment.hold();
        }
        oneWay.add(new Waiting(
                ++order, new Cargo.Passed(run), true, Optional.of(consignment).filter(held -> awaited)));
        waitingBytes += run.size();
    }

    /** Bytes that wait or are not confirmed. */
    long bytes() {
        return waitingBytes + unconfirmedBytes;
    }

    /** Whether something can leave now. */
    boolean isReady() {
        return next() != null;
    }

    /** The runs of the next frame; it is sent from now on. */
    Departure depart() {
        List<Cargo> cargo = new ArrayList<>();
        List<Consignment> consignments = new ArrayList<>();
        int bytes = 0;
        long tracked = 0;
        for (Deque<Waiting> queue = next(); queue != null && bytes < FRAME_BYTES; queue = next()) {
            Waiting first = queue.poll();
            int size = first.cargo().size();
            bytes += size;
            cargo.add(first.cargo());
            first.consignment().ifPresent(consignments::add);
            if (first.confirmable()) {
                tracked += size;
                unconfirmedBytes += size;
            }
        }
        waitingBytes -= bytes;
        if (tracked == 0) {
            return new Departure(0, cargo);
        }
        unconfirmed.add(new Sent(++number, tracked, consignments));
        return new Departure(number, cargo);
    }

    private Deque<Waiting> next() {
        boolean open = unconfirmedBytes < window && !oneWay.isEmpty();
        if (urgent.isEmpty()) {
            return open ? oneWay : null;
        }
        return open && oneWay.peek().order() < urgent.peek().order() ? oneWay : urgent;
    }

    /** The receiver has everything up to this number: what to release, outside of every lock. */
    List<Consignment> confirmed(long upTo) {
        List<Consignment> released = new ArrayList<>();
        while (!unconfirmed.isEmpty() && unconfirmed.peek().number() <= upTo) {
            Sent sent = unconfirmed.poll();
            unconfirmedBytes -= sent.bytes();
            released.addAll(sent.consignments());
        }
        return released;
    }

    /**
     * Whether senders wait for this receiver. If not, they go on without it, and what it has not confirmed when the hub ends is
     * lost to it.
     *
     * @return what to release, outside of every lock
     */
    List<Consignment> await(boolean wanted) {
        boolean ends = awaited && !wanted;
        awaited = wanted;
        return ends ? forgetSenders() : List.of();
    }

    private List<Consignment> forgetSenders() {
        List<Consignment> released = new ArrayList<>();
        for (int i = unconfirmed.size(); i > 0; i--) {
            Sent sent = unconfirmed.poll();
            released.addAll(sent.consignments());
            unconfirmed.add(new Sent(sent.number(), sent.bytes(), List.of()));
        }
        for (int i = oneWay.size(); i > 0; i--) {
            Waiting waiting = oneWay.poll();
            waiting.consignment().ifPresent(released::add);
            oneWay.add(new Waiting(waiting.order(), waiting.cargo(), true, Optional.empty()));
        }
        return released;
    }

    /** The receiver is gone: what to release, outside of every lock. */
    List<Consignment> clear() {
        List<Consignment> released = confirmed(Long.MAX_VALUE);
        oneWay.forEach(waiting -> waiting.consignment().ifPresent(released::add));
        urgent.clear();
        oneWay.clear();
        waitingBytes = 0;
        return released;
    }

    /** @param number 0 if it is not to be confirmed */
    record Departure(long number, List<Cargo> cargo) {}

    private record Waiting(long order, Cargo cargo, boolean confirmable, Optional<Consignment> consignment) {}

    private record Sent(long number, long bytes, List<Consignment> consignments) {}
}
