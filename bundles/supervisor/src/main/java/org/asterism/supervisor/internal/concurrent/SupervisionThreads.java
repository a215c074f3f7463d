package org.asterism.supervisor.internal.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of one supervisor. What is handed to them after they are closed is dropped. */
public final class SupervisionThreads implements AutoCloseable {

    private final ScheduledThreadPoolExecutor loop =
            new ScheduledThreadPoolExecutor(1, named("asterism-supervisor"), new ThreadPoolExecutor.DiscardPolicy());
    private final ExecutorService listeners = Executors.newSingleThreadExecutor(named("asterism-supervisor-listeners"));
    private final ExecutorService work = Executors.newCachedThreadPool(named("asterism-supervisor-work"));

    /** Started. */
    public SupervisionThreads() {
        loop.setRemoveOnCancelPolicy(true);
    }

    /** One thread, for all events; nothing on it blocks. */
    ScheduledExecutorService loop() {
        return loop;
    }

    /** One thread, for listeners. */
    Executor listeners() {
        return listeners;
    }

    /** For what blocks: at most a start and a probe for each node at a time. */
    public Executor work() {
        return work;
    }

    /** Does something that blocks shortly from now on each minute; until it is cancelled, or the threads are closed. */
    public Future<?> eachMinute(Runnable task) {
        return loop.scheduleWithFixedDelay(() -> work.execute(task), 1, 1, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        loop.shutdown();
        listeners.shutdown();
        work.shutdown();
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
