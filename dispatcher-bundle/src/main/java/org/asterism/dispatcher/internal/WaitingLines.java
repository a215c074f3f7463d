package org.asterism.dispatcher.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * The requests that wait for a target, a line for each application. Who waits longest is next, whether it waits for one target or
 * for any; who looks again in vain keeps its place. Safe for use by all threads.
 *
 * @param <W> who waits
 */
public final class WaitingLines<W> {

    private static final String ANY = "";

    private final Map<String, Line<W>> lines = new ConcurrentHashMap<>();
    private final AtomicLong arrivals = new AtomicLong();
    private final AtomicInteger size = new AtomicInteger();

    /**
     * A place in a line.
     *
     * @param target id of the one it waits for; empty if any will do
     * @param arrival its order; smaller is earlier
     */
    public record Ticket<W>(String application, String target, long arrival, W waiter) {}

    private static final class Line<W> {
        private final Map<String, NavigableSet<Ticket<W>>> byTarget = new ConcurrentHashMap<>();
        private final AtomicInteger size = new AtomicInteger();
        private final LongAdder queued = new LongAdder();
        private final LongAdder rejected = new LongAdder();

        NavigableSet<Ticket<W>> of(String target) {
            return byTarget.computeIfAbsent(
                    target, any -> new ConcurrentSkipListSet<>(Comparator.comparingLong(Ticket::arrival)));
        }
    }

    private Line<W> line(String application) {
        return lines.computeIfAbsent(application, any -> new Line<>());
    }

    /** The order of one who comes now. */
    public long arrival() {
        return arrivals.incrementAndGet();
    }

    /** Whether there is room in the line of its application, and so it waits now. */
    public boolean add(Ticket<W> ticket, int most) {
        Line<W> line = line(ticket.application());
        if (line.size.incrementAndGet() > most) {
            line.size.decrementAndGet();
            return false;
        }
        size.incrementAndGet();
        line.of(ticket.target()).add(ticket);
        return true;
    }

    public boolean remove(Ticket<W> ticket) {
        Line<W> line = line(ticket.application());
        boolean removed = line.of(ticket.target()).remove(ticket);
        if (removed) {
            line.size.decrementAndGet();
            size.decrementAndGet();
        }
        return removed;
    }

    public boolean isEmpty() {
        return size.get() == 0;
    }

    /**
     * Takes whoever waits longest for an application at this target; null if nobody does.
     *
     * @param any whether the target takes those, too, who wait for any
     */
    public W poll(String application, String target, boolean any) {
        Line<W> line = line(application);
        while (line.size.get() > 0) {
            Ticket<W> tied = first(line.of(target));
            Ticket<W> free = any ? first(line.of(ANY)) : null;
            Ticket<W> next = tied == null || (free != null && free.arrival() < tied.arrival()) ? free : tied;
            if (next == null) {
                return null;
            }
            if (remove(next)) {
                return next.waiter();
            }
        }
        return null;
    }

    private static <W> Ticket<W> first(NavigableSet<Ticket<W>> tickets) {
        Iterator<Ticket<W>> each = tickets.iterator();
        return each.hasNext() ? each.next() : null;
    }

    /** All who wait, each line in its order. */
    public List<W> all() {
        List<W> all = new ArrayList<>();
        lines.values().forEach(line -> line.byTarget.values().stream()
                .flatMap(NavigableSet::stream)
                .sorted(Comparator.comparingLong(Ticket::arrival))
                .forEach(ticket -> all.add(ticket.waiter())));
        return all;
    }

    public void queued(String application) {
        line(application).queued.increment();
    }

    public void rejected(String application) {
        line(application).rejected.increment();
    }

    /**
     * How a line is.
     *
     * @param queued requests that had to wait, so far
     * @param rejected requests that were turned away, so far
     */
    public record Length(int waiting, long queued, long rejected) {}

    public Length length(String application) {
        Line<W> line = line(application);
        return new Length(Math.max(0, line.size.get()), line.queued.sum(), line.rejected.sum());
    }
}
