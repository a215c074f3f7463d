package org.asterism.hub.internal.http;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterListener;
import org.asterism.cluster.ClusterView;

/**
 * Tells a bounded number of listeners of every change. Thread-safe; never blocks.
 *
 * <ol>
 *   <li>A listener gets the whole view first, then every change after it once, in order.
 *   <li>A listener whose queue is full is cut off; the others do not notice.
 *   <li>What belongs to a listener, waking and cutting it off, happens outside of the lock.
 * </ol>
 */
final class EventFeed implements ClusterListener, AutoCloseable {

    private final int limit;
    private final Set<Listener> listeners = new LinkedHashSet<>();
    private final Supplier<ClusterView> now;
    private Optional<ClusterView> view = Optional.empty();
    private boolean begun;
    private boolean closed;
    private long cut;

    /** @param now the newest view; not asked before someone listens */
    EventFeed(int limit, Supplier<ClusterView> now) {
        this.limit = limit;
        this.now = now;
    }

    /** Adds a listener and puts the view into its queue; false if there are too many already. */
    synchronized boolean join(Listener listener) {
        if (closed || listeners.size() >= limit) {
            return false;
        }
        ClusterView present = view.orElseGet(now);
        view = Optional.of(present);
        listener.queue().offer(EventJson.of(present).bytes());
        listeners.add(listener);
        return true;
    }

    synchronized void leave(Listener listener) {
        listeners.remove(listener);
    }

    /** How many were cut off because their queue was full. */
    synchronized long cut() {
        return cut;
    }

    synchronized int size() {
        return listeners.size();
    }

    @Override
    public void changed(ClusterEvent event, ClusterView before, ClusterView after) {
        byte[] bytes = EventJson.of(event, after).bytes();
        List<Runnable> work = new ArrayList<>();
        synchronized (this) {
            begun = begun || view.isEmpty() || follows(before, view.get());
            if (begun) {
                view = Optional.of(after);
                tell(bytes, work);
            }
        }
        work.forEach(Runnable::run);
    }

    /** Finds out which connections are gone. */
    void heartbeat() {
        List<Listener> quiet;
        synchronized (this) {
            quiet = listeners.stream()
                    .filter(listener -> listener.queue().offerAtRest(ServerSentEvent.heartbeat()))
                    .toList();
        }
        quiet.forEach(Listener::wake);
    }

    /** Ends every stream. */
    @Override
    public void close() {
        List<Listener> rest;
        synchronized (this) {
            closed = true;
            rest = List.copyOf(listeners);
            listeners.clear();
        }
        rest.forEach(listener -> listener.cut("the hub is not active any more"));
    }

    private void tell(byte[] bytes, List<Runnable> work) {
        for (Listener listener : List.copyOf(listeners)) {
            switch (listener.queue().offer(bytes)) {
                case WAKE -> work.add(listener::wake);
                case OVERFLOW -> {
                    cut++;
                    listeners.remove(listener);
                    work.add(() -> listener.cut("it reads too slowly"));
                }
                case OVER -> listeners.remove(listener);
                case WAITS -> {}
            }
        }
    }

    /** The view was taken while changes were on their way here, and has those that led to it. */
    private static boolean follows(ClusterView before, ClusterView view) {
        return before.equals(view)
                || before.epoch() > view.epoch()
                || (before.epoch() == view.epoch() && before.revision() > view.revision());
    }

    /** Someone who listens. */
    interface Listener {

        EventQueue queue();

        /** Its writer rests and something waits. */
        void wake();

        /** It gets no more. */
        void cut(String cause);
    }
}
