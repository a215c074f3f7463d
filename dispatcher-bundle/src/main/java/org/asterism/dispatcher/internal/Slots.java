package org.asterism.dispatcher.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * The requests of one application in flight at one target, up to a limit that adapts. A request holds a slot until its answer
 * begins, so that neither a slow reader nor a WebSocket holds one. Safe for use by all threads.
 */
public final class Slots {

    private static final long WINDOW_NANOS = Duration.ofMillis(200).toNanos();
    private static final int LEAST_SAMPLES = 10;

    private final AtomicInteger inFlight = new AtomicInteger();
    private final LongAdder answered = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final AtomicLong windowEnd = new AtomicLong();
    private volatile AdaptiveLimit limit;
    private volatile boolean windowOpen;
    private volatile boolean failed;
    private volatile int peak;
    private long answeredBefore;
    private long nanosBefore;

    public int inFlight() {
        return inFlight.get();
    }

    public int limit(LimitRule rule) {
        AdaptiveLimit current = limit;
        return current == null ? rule.most() : current.whole();
    }

    /** How many answers have begun. */
    public long answered() {
        return answered.sum();
    }

    boolean hasRoom(LimitRule rule) {
        return inFlight.get() < limit(rule);
    }

    /** Takes a slot; {@link #release} must follow. */
    public boolean tryAcquire(LimitRule rule) {
        int most = limit(rule);
        int now = inFlight.get();
        while (now < most) {
            if (inFlight.compareAndSet(now, now + 1)) {
                if (now >= peak) {
                    peak = now + 1; // lost updates do no harm
                }
                return true;
            }
            now = inFlight.get();
        }
        return false;
    }

    public void release() {
        inFlight.decrementAndGet();
    }

    /** An answer has begun that long after its request was sent. */
    public void answered(long took, long now, LimitRule rule) {
        answered.increment();
        nanos.add(took);
        long end = windowEnd.get();
        if (!windowOpen) {
            windowOpen = true;
            windowEnd.set(now + WINDOW_NANOS);
        } else if (now - end >= 0 && windowEnd.compareAndSet(end, now + WINDOW_NANOS)) {
            close(rule);
        }
    }

    /** A request came to nothing that says how busy the target is. */
    public void failed() {
        failed = true;
    }

    private synchronized void close(LimitRule rule) {
        long count = answered.sum() - answeredBefore;
        long sum = nanos.sum() - nanosBefore;
        if (count >= LEAST_SAMPLES || failed) {
            AdaptiveLimit before = limit == null ? new AdaptiveLimit(rule.most(), 0) : limit;
            limit = before.after(new AdaptiveLimit.Window((double) sum / Math.max(1, count), peak, failed), rule);
            answeredBefore += count;
            nanosBefore += sum;
            failed = false;
            peak = inFlight.get();
        }
    }
}
