package org.asterism.client.internal.artemis;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of one link: one that sends, one for the time, and some for listeners. */
final class LinkThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkThreads.class);
    private static final int TICK_MILLIS = 20;

    private final ThreadFactory links = named("asterism-link");
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(named("asterism-link-timer"));
    private final ExecutorService listeners = Executors.newCachedThreadPool(named("asterism-link-listener"));
    private Thread sender;
    private Future<?> ticks = CompletableFuture.completedFuture(null);

    Executor listeners() {
        return listeners;
    }

    void start(Runnable link, Runnable tick) {
        sender = links.newThread(link);
        sender.start();
        ticks = timer.scheduleAtFixedRate(() -> guarded(tick), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Waits until the sender has ended. */
    void join(long millis) {
        try {
            sender.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        sender.interrupt();
        ticks.cancel(false);
        timer.shutdownNow();
        listeners.shutdownNow();
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("The link failed at a tick", e);
        }
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
