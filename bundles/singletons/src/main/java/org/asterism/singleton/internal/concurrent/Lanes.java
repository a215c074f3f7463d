package org.asterism.singleton.internal.concurrent;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done for one name is done in order, what is done for others meanwhile. As many threads as names at most. */
final class Lanes {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final ExecutorService threads =
            Executors.newCachedThreadPool(task -> daemon(task, "asterism-singleton-lane"));
    private final Map<String, CompletableFuture<Void>> tails = new HashMap<>();

    /** For one thread. */
    void run(String name, Runnable task) {
        CompletableFuture<Void> tail = tails.getOrDefault(name, CompletableFuture.completedFuture(null));
        tails.put(name, tail.thenRunAsync(() -> guarded(name, task), threads));
    }

    /** False if something is not done by then. */
    boolean close(Duration limit) throws InterruptedException {
        try {
            CompletableFuture.allOf(tails.values().toArray(CompletableFuture[]::new))
                    .get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("not all is done", e);
            return false;
        } finally {
            threads.shutdown();
        }
    }

    private static void guarded(String name, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("the singleton {} is not as it should be", name, e);
        }
    }

    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
