package org.asterism.client.internal.artemis;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all links of this JVM that time goes by: one thread, from the first link to the last. Thread-safe. */
final class LinkClock {

    private static final Logger LOG = LoggerFactory.getLogger(LinkClock.class);
    private static final LinkClock SHARED = new LinkClock();
    private static final int TICK_MILLIS = 20;

    private final Set<Runnable> links = ConcurrentHashMap.newKeySet();
    private Optional<ScheduledExecutorService> timer = Optional.empty();

    /**
     * Begins to call it every few milliseconds.
     *
     * @param tick must not block
     * @return ends it
     */
    static Runnable start(Runnable tick) {
        SHARED.add(tick);
        return () -> SHARED.remove(tick);
    }

    private synchronized void add(Runnable tick) {
        links.add(tick);
        if (timer.isEmpty()) {
            ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(LinkClock::thread);
            var unused = started.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
            timer = Optional.of(started);
        }
    }

    private synchronized void remove(Runnable tick) {
        links.remove(tick);
        if (links.isEmpty()) {
            timer.ifPresent(ScheduledExecutorService::shutdownNow);
            timer = Optional.empty();
        }
    }

    private void tick() {
        links.forEach(LinkClock::tell);
    }

    private static void tell(Runnable link) {
        try {
            link.run();
        } catch (RuntimeException e) {
            LOG.error("The link failed at a tick", e);
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "asterism-link-timer");
        thread.setDaemon(true);
        return thread;
    }
}
