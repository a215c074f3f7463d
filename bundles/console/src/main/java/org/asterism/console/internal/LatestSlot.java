package org.asterism.console.internal;

import java.util.Optional;

/**
 * The newest of what one listener is to be told: what it was too slow to take is replaced, so a slow one gets fewer pictures but never
 * an old one, and costs no more than one. At most one writer takes from it at a time: in the beginning there is one; it rests when it
 * finds nothing, and the {@link #offer} that finds it at rest must wake it. Thread-safe; never blocks.
 */
public final class LatestSlot {

    private Optional<byte[]> latest = Optional.empty();
    private boolean resting;
    private boolean closed;

    /** True if the caller must wake the writer. */
    public synchronized boolean offer(byte[] bytes) {
        if (closed) {
            return false;
        }
        latest = Optional.of(bytes);
        boolean wake = resting;
        resting = false;
        return wake;
    }

    /** For the writer. */
    public synchronized Optional<byte[]> take() {
        Optional<byte[]> taken = latest;
        latest = Optional.empty();
        return taken;
    }

    /** For the writer: whether it may rest, because nothing waits. If not, it must go on. */
    public synchronized boolean rest() {
        resting = latest.isEmpty();
        return resting;
    }

    /** Takes nothing more. */
    public synchronized void close() {
        closed = true;
        latest = Optional.empty();
    }
}
