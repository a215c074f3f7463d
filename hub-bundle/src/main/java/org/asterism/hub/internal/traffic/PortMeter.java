package org.asterism.hub.internal.traffic;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** What is counted of one connection. Thread-safe. */
final class PortMeter {

    private final LongSupplier clock;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private volatile long lastHeard;
    private volatile long lastProgress;

    /** @param clock monotonic, in nanoseconds */
    PortMeter(LongSupplier clock) {
        this.clock = clock;
        this.lastHeard = clock.getAsLong();
        this.lastProgress = lastHeard;
    }

    void heard() {
        lastHeard = clock.getAsLong();
        received.incrementAndGet();
    }

    /** A sign of life without a frame. */
    void alive() {
        lastHeard = clock.getAsLong();
    }

    void sent() {
        sent.incrementAndGet();
    }

    void progress() {
        lastProgress = clock.getAsLong();
    }

    long framesReceived() {
        return received.get();
    }

    long framesSent() {
        return sent.get();
    }

    Duration sinceHeard() {
        return Duration.ofNanos(clock.getAsLong() - lastHeard);
    }

    /** How long ago the member has confirmed anything. */
    Duration sinceProgress() {
        return Duration.ofNanos(clock.getAsLong() - lastProgress);
    }
}
