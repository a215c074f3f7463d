package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of the lock client on which everything happens that nobody waits for. Nothing on it blocks. */
final class Timers implements Executor, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

    private final ScheduledThreadPoolExecutor executor;

    Timers() {
        this.executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "asterism-lock-client");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(() -> run(task));
    }

    /** Runs it later; cancelling that is cheap. */
    Future<?> later(Runnable task, Duration pause) {
        return executor.schedule(() -> run(task), Math.max(0, pause.toNanos()), TimeUnit.NANOSECONDS);
    }

    @SuppressWarnings("IllegalCatch") // the thread must go on
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("the lock client failed", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
