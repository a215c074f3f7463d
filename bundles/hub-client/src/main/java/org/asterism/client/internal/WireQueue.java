package org.asterism.client.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What waits for one connection, in order. Thread-safe. */
public final class WireQueue {

    private final long congestedBytes;
    private final long maxBytes;
    private final Deque<Outgoing> waiting = new ArrayDeque<>();
    private volatile long bytes;

    /**
     * @param congestedBytes from here on senders are asked to hold back
     * @param maxBytes what does not fit is refused
     */
    public WireQueue(long congestedBytes, long maxBytes) {
        this.congestedBytes = congestedBytes;
        this.maxBytes = maxBytes;
    }

    public boolean congested() {
        return bytes > congestedBytes;
    }

    public synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** False if there is no room. */
    public synchronized boolean offer(Outgoing outgoing) {
        if (bytes + outgoing.size() > maxBytes) {
            return false;
        }
        waiting.add(outgoing);
        bytes += outgoing.size();
        return true;
    }

    /** The next ones, in order, until they have about so many bytes. */
    public synchronized List<Outgoing> take(int about) {
        List<Outgoing> taken = new ArrayList<>();
        for (int size = 0; size < about && !waiting.isEmpty(); ) {
            Outgoing next = waiting.poll();
            size += next.size();
            bytes -= next.size();
            taken.add(next);
        }
        return taken;
    }
}
