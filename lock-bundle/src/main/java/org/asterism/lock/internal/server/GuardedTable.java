package org.asterism.lock.internal.server;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.asterism.lock.internal.LockCommand;
import org.asterism.lock.internal.LockCommand.Tick;
import org.asterism.lock.internal.LockTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lock table under one lock, which is held for no longer than a command takes: network threads come here. Wakes up by itself,
 * on a thread of its own, when the table has to hear that time has passed.
 */
final class GuardedTable {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedTable.class);
    private static final long NEVER = Long.MAX_VALUE;

    private final LockTable table;
    private final Waiting waiting;
    private final Consumer<List<Outcome>> told;
    private final LongSupplier nanoTime;
    private final long start;
    private final ScheduledThreadPoolExecutor timer;
    private long wakeUpAt = NEVER;
    private Future<?> wakeUp;

    /** @param told takes what came of a command, after the lock is left, on the thread that had it */
    GuardedTable(LockTable table, Waiting waiting, LongSupplier nanoTime, Consumer<List<Outcome>> told) {
        this.table = table;
        this.waiting = waiting;
        this.told = told;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "asterism-lock-server");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Applies a command and tells what came of it. */
    List<Outcome> apply(LockCommand command) {
        return apply(command, nobody -> {});
    }

    /** @param asking prepares those who wait for the outcome, under the lock and before the command */
    List<Outcome> apply(LockCommand command, Consumer<Waiting> asking) {
        List<Outcome> outcomes;
        synchronized (this) {
            asking.accept(waiting);
            Duration now = now();
            outcomes = waiting.outcomes(table.apply(command, now));
            scheduleWakeUp(now);
        }
        told.accept(outcomes);
        return outcomes;
    }

    /** Answers a question; also under the lock. */
    synchronized <T> T read(BiFunction<LockTable, Duration, T> question) {
        return question.apply(table, now());
    }

    /** Does something again and again on the table's thread, which must not be kept busy for long. */
    void every(Duration period, Runnable task) {
        var unused = timer.scheduleWithFixedDelay(
                () -> guarded(task), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Only earlier wake-ups are scheduled anew: most deadlines move away before they come. */
    private void scheduleWakeUp(Duration now) {
        Optional<Duration> next = table.nextDeadline();
        long at = next.isPresent() ? next.get().toNanos() : NEVER;
        if (at < wakeUpAt) {
            if (wakeUp != null) {
                wakeUp.cancel(false);
            }
            wakeUpAt = at;
            wakeUp = schedule(Math.max(0, at - now.toNanos()));
        }
    }

    private Future<?> schedule(long delay) {
        try {
            return timer.schedule(() -> guarded(this::wakeUp), delay, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the lock server has ended", e);
            return null;
        }
    }

    private void wakeUp() {
        synchronized (this) {
            wakeUpAt = NEVER;
            wakeUp = null;
        }
        apply(new Tick());
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("the lock server failed", e);
        }
    }

    Duration now() {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }

    /** Ends; whoever waits may ask the next server. */
    void close() {
        timer.shutdownNow();
        List<Outcome> withdrawn;
        synchronized (this) {
            withdrawn = waiting.withdrawAll();
        }
        told.accept(withdrawn);
    }
}
