package org.asterism.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Which process, so that another one that got the same pid later is not taken for it.
 *
 * @param pid its process id
 * @param startedAt when it started, in milliseconds since 1970 UTC
 */
public record ProcessIdentity(long pid, long startedAt) {

    /** The system tells the time of its own start, to which start times are relative, only to about a second. */
    private static final long TOLERANCE_MILLIS = 2_000;

    private static final Duration POLL = Duration.ofMillis(25);
    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(10);

    /** How a process ended. */
    public enum Stopped {
        /** It was gone before. */
        WAS_NOT_RUNNING,
        /** It ended when asked to. */
        TERMINATED,
        /** It did not end in time and was killed. */
        KILLED,
        /** It is there even after it was killed, as with an input or output the system does not give up. */
        STILL_RUNNING
    }

    /** The identity of a live process. */
    public static ProcessIdentity of(ProcessHandle handle) {
        return new ProcessIdentity(
                handle.pid(),
                handle.info()
                        .startInstant()
                        .map(java.time.Instant::toEpochMilli)
                        .orElse(0L));
    }

    /** The process, if it still runs: same pid, same start time, not a zombie. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(this::isMe).filter(ProcessHandle::isAlive);
    }

    /** Whether the process still runs. */
    public boolean isAlive() {
        return find().isPresent();
    }

    /**
     * Asks the process to end, waits, and kills it if it does not end in time.
     *
     * @param timeout how long it has to end by itself; zero or less kills it at once
     */
    public Stopped stop(Duration timeout) throws InterruptedException {
        Optional<ProcessHandle> handle = find();
        if (handle.isEmpty()) {
            return Stopped.WAS_NOT_RUNNING;
        }
        if (timeout.compareTo(Duration.ZERO) > 0) {
            handle.get().destroy();
            if (awaitEnd(timeout)) {
                return Stopped.TERMINATED;
            }
        }
        find().ifPresent(ProcessHandle::destroyForcibly);
        return awaitEnd(KILL_TIMEOUT) ? Stopped.KILLED : Stopped.STILL_RUNNING;
    }

    /** Kills the process and waits until it is gone. */
    public Stopped kill() throws InterruptedException {
        return stop(Duration.ZERO);
    }

    /**
     * Waits for the end of the process.
     *
     * @return whether it is gone
     */
    public boolean awaitEnd(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (isAlive()) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
        return true;
    }

    private boolean isMe(ProcessHandle handle) {
        return handle.info()
                        .startInstant()
                        .filter(start -> Math.abs(start.toEpochMilli() - startedAt) <= TOLERANCE_MILLIS)
                        .isPresent()
                && !isZombie();
    }

    /** A dead process that its parent has not asked after; it runs no more but keeps its pid. */
    private boolean isZombie() {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.isReadable(stat)) {
            return false;
        }
        try {
            String line = Files.readString(stat);
            int state = line.lastIndexOf(')') + 2;
            return state < line.length() && (line.charAt(state) == 'Z' || line.charAt(state) == 'X');
        } catch (IOException | IllegalArgumentException gone) {
            return true;
        }
    }
}
