package org.asterism.lock.internal.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.asterism.lock.internal.LockCommand;
import org.asterism.lock.internal.LockCommand.Tick;
import org.asterism.lock.internal.LockEffect;
import org.asterism.lock.internal.LockTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that touches the lock table. Wakes up by itself when the table has to hear that time has passed. */
final class LockTableThread {

    private static final Logger LOG = LoggerFactory.getLogger(LockTableThread.class);

    private final ScheduledThreadPoolExecutor executor;
    private final LockTable table;
    private final Consumer<List<LockEffect>> passing;
    private final LongSupplier nanoTime;
    private final long start;
    private final int bound;
    private final AtomicInteger queued = new AtomicInteger();
    private Future<?> wakeUp = CompletableFuture.completedFuture(null);

    /** @param passing takes what happens because time has passed */
    LockTableThread(LockServerSettings settings, LongSupplier nanoTime, Consumer<List<LockEffect>> passing) {
        this.passing = passing;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.bound = settings.queuedRequests();
        this.table = new LockTable(settings.bounds(), settings.lease(), Duration.ZERO);
        this.executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "asterism-lock-server");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
    }

    /** Whether there is room for one more request. */
    boolean hasRoom() {
        return queued.get() < bound;
    }

    /** The effects are handed over on this thread, before the next command. */
    void apply(LockCommand command, Consumer<List<LockEffect>> effects) {
        queued.incrementAndGet();
        try {
            executor.execute(() -> {
                queued.decrementAndGet();
                run(command, effects);
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("{} came after the end", command, e);
        }
    }

    <T> CompletableFuture<T> read(BiFunction<LockTable, Duration, T> question) {
        return CompletableFuture.supplyAsync(() -> question.apply(table, now()), executor);
    }

    private void run(LockCommand command, Consumer<List<LockEffect>> effects) {
        try {
            effects.accept(table.apply(command, now()));
            wakeUp.cancel(false);
            table.nextDeadline().ifPresent(this::wakeUpAt);
        } catch (RuntimeException e) {
            LOG.error("the lock server failed at {}", command, e);
        }
    }

    private void wakeUpAt(Duration deadline) {
        long delay = Math.max(0, deadline.minus(now()).toNanos());
        wakeUp = executor.schedule(() -> run(new Tick(), passing), delay, TimeUnit.NANOSECONDS);
    }

    private Duration now() {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }

    /** Ends after one last task, if that is possible soon. */
    void close(Runnable last) {
        try {
            executor.submit(last).get(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the lock server did not end in order", e);
        } finally {
            executor.shutdownNow();
        }
    }
}
