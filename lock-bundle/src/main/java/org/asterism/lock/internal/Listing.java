package org.asterism.lock.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.asterism.lock.LockInfo;

/**
 * A list of locks, made in short steps between which the table may go on: what is there all the time is found. To begin one costs
 * a copy of one reference for each key, and the steps cost nothing that grows with the table.
 */
public final class Listing {

    private static final Comparator<LockEntry> BY_KEY = (one, other) -> compare(one.parts(), other.parts());
    private static final int LOOKED_AT = 1_000;
    private static final int DESCRIBED = 10;

    private final Object[] places;
    private final Predicate<LockEntry> wanted;
    private final int limit;
    private final PriorityQueue<LockEntry> last = new PriorityQueue<>(BY_KEY.reversed());
    private final Deque<LockEntry> found = new ArrayDeque<>();
    private final List<LockInfo> described = new ArrayList<>();
    private int next;

    Listing(Object[] places, Predicate<LockEntry> wanted, int limit) {
        this.places = places;
        this.wanted = wanted;
        this.limit = limit;
    }

    private static int compare(List<String> one, List<String> other) {
        Iterator<String> others = other.iterator();
        for (String part : one) {
            int order = others.hasNext() ? part.compareTo(others.next()) : 1;
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    /** Goes on for one step, between two commands; false if it was the last. */
    public boolean advance(Duration now) {
        if (next < places.length) {
            look();
        } else {
            describe(Nanos.of(now));
        }
        return next < places.length || !found.isEmpty();
    }

    private void look() {
        int end = Math.min(places.length, next + LOOKED_AT);
        for (; next < end; next++) {
            if (places[next] instanceof LockEntry entry && entry.isLinked() && wanted.test(entry)) {
                choose(entry);
            }
        }
        if (next == places.length) {
            while (!last.isEmpty()) {
                found.addFirst(last.remove());
            }
        }
    }

    private void choose(LockEntry entry) {
        if (last.size() < limit) {
            last.add(entry);
        } else if (limit > 0 && BY_KEY.compare(entry, last.element()) < 0) {
            LockEntry unused = last.remove();
            last.add(entry);
        }
    }

    private void describe(long now) {
        for (int i = 0; i < DESCRIBED && !found.isEmpty(); i++) {
            LockEntry entry = found.remove();
            if (entry.isLinked()) {
                described.add(Descriptions.of(entry, now));
            }
        }
    }

    /** What was found by the steps, sorted by key. */
    public List<LockInfo> locks() {
        return List.copyOf(described);
    }

    /** All steps at once. */
    List<LockInfo> all(Duration now) {
        boolean more = true;
        while (more) {
            more = advance(now);
        }
        return locks();
    }
}
