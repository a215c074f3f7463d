package org.asterism.client.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What waits for the sender of one connection, in order. Thread-safe. */
public final class WireQueue {

    private static final int MAX_TAKEN = 64;

    private final long congestedBytes;
    private final long maxBytes;
    private final Deque<Outgoing> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean closed;

    /**
     * @param congestedBytes from here on senders are asked to hold back
     * @param maxBytes what does not fit is refused
     */
    public WireQueue(long congestedBytes, long maxBytes) {
        this.congestedBytes = congestedBytes;
        this.maxBytes = maxBytes;
    }

    public boolean congested() {
        return bytes.get() > congestedBytes;
    }

    public boolean isClosed() {
        return closed;
    }

    /** False if there is no room or the queue is closed. */
    public boolean offer(Outgoing outgoing) {
        lock.lock();
        try {
            if (closed || bytes.get() + outgoing.size() > maxBytes) {
                return false;
            }
            waiting.add(outgoing);
            bytes.addAndGet(outgoing.size());
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The next few, in order; empty after the time or once the queue is closed and drained. */
    public List<Outgoing> take(long millis) throws InterruptedException {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (waiting.isEmpty() && !closed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return poll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more; what waits can still be taken. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private List<Outgoing> poll() {
        List<Outgoing> taken = new ArrayList<>();
        while (taken.size() < MAX_TAKEN && !waiting.isEmpty()) {
            Outgoing next = waiting.poll();
            bytes.addAndGet(-next.size());
            taken.add(next);
        }
        return taken;
    }
}
