package org.asterism.samples.shop.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last few events, newest first. Safe for use by several threads. */
public final class RecentEvents {

    private final int bound;
    private final Deque<StockEvent> events = new ArrayDeque<>();

    public RecentEvents(int bound) {
        this.bound = bound;
    }

    public synchronized void add(StockEvent event) {
        events.addFirst(event);
        if (events.size() > bound) {
            events.removeLast();
        }
    }

    public synchronized List<StockEvent> list() {
        return List.copyOf(events);
    }
}
