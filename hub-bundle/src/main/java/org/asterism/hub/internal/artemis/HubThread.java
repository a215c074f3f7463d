package org.asterism.hub.internal.artemis;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of the hub: one that owns the lists, one for the time, and some for listeners. */
final class HubThread implements AutoCloseable {

    private static final int CAPACITY = 100_000;

    private final ThreadPoolExecutor owner = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(CAPACITY), named("asterism-hub"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(named("asterism-hub-timer"));
    private final ExecutorService listeners = Executors.newCachedThreadPool(named("asterism-hub-listener"));

    private Future<?> ticks = CompletableFuture.completedFuture(null);

    /** Runs tasks one after the other. Throws RejectedExecutionException if too many wait, or after close. */
    Executor owner() {
        return owner;
    }

    Executor listeners() {
        return listeners;
    }

    /** The task must not throw. */
    void every(Duration period, Runnable task) {
        long millis = period.toMillis();
        ticks = timer.scheduleAtFixedRate(task, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        ticks.cancel(false);
        timer.shutdownNow();
        owner.shutdownNow();
        listeners.shutdownNow();
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
