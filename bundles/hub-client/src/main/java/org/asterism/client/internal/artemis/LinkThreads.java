package org.asterism.client.internal.artemis;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of one link: one that connects, and some for listeners; and the time, which links share. */
final class LinkThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkThreads.class);
    private static final int IDLE_SECONDS = 60;

    private final ThreadFactory links = named("asterism-link");
    private final ExecutorService listeners = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            named("asterism-link-listener"),
            (task, pool) -> LOG.debug("The link is closed: what a listener would have heard is dropped"));
    private Thread sender;
    private Runnable endOfTicks = () -> {};

    Executor listeners() {
        return listeners;
    }

    void start(Runnable link, Runnable tick) {
        sender = links.newThread(link);
        sender.start();
        endOfTicks = LinkClock.start(tick);
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
        endOfTicks.run();
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
