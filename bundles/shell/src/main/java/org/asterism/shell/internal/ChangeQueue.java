package org.asterism.shell.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterListener;
import org.asterism.cluster.ClusterView;

/** The changes that wait to be shown, up to a bound: what comes past it is counted and dropped. Thread-safe. */
public final class ChangeQueue implements ClusterListener {

    private final BlockingQueue<Change> changes;
    private final AtomicLong missed = new AtomicLong();
    private final Clock clock;

    /** @param capacity how many may wait */
    public ChangeQueue(int capacity, Clock clock) {
        this.changes = new ArrayBlockingQueue<>(capacity);
        this.clock = clock;
    }

    @Override
    public void changed(ClusterEvent event, ClusterView before, ClusterView after) {
        if (!changes.offer(new Change(clock.instant(), event, before, after))) {
            missed.incrementAndGet();
        }
    }

    /** The next one, if it comes in time. */
    public Optional<Change> next(Duration time) throws InterruptedException {
        return Optional.ofNullable(changes.poll(time.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** How many were dropped since this was asked last. */
    public long missed() {
        return missed.getAndSet(0);
    }
}
