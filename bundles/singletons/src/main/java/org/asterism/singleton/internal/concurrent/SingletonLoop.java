package org.asterism.singleton.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockService;
import org.asterism.singleton.internal.LentLock;
import org.asterism.singleton.internal.Permits;
import org.asterism.singleton.internal.SingletonEffect;
import org.asterism.singleton.internal.SingletonEffect.Activate;
import org.asterism.singleton.internal.SingletonEffect.Ask;
import org.asterism.singleton.internal.SingletonEffect.Deactivate;
import org.asterism.singleton.internal.SingletonEffect.Release;
import org.asterism.singleton.internal.SingletonEffect.Settle;
import org.asterism.singleton.internal.SingletonEvent;
import org.asterism.singleton.internal.SingletonSettings;
import org.asterism.singleton.internal.SingletonTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a {@link SingletonTable} on one thread that never waits; components are activated and deactivated in {@link Lanes}, so
 * that a slow one delays no other.
 */
public final class SingletonLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SingletonLoop.class);
    private static final Duration STOPPING = Duration.ofSeconds(10);

    private final SingletonTable table = new SingletonTable();
    private final ScheduledExecutorService loop =
            Executors.newSingleThreadScheduledExecutor(task -> Lanes.daemon(task, "asterism-singletons"));
    private final Lanes lanes = new Lanes();
    private final Requests requests;
    private final Permits permits;
    private final SingletonSettings settings;

    public SingletonLoop(LockService locks, Permits permits, SingletonSettings settings) {
        this.permits = permits;
        this.settings = settings;
        this.requests = new Requests(locks, settings.queueing());
    }

    /** Works off an event; what is not known before the turn of the event comes is found out then. */
    public void submit(Supplier<SingletonEvent> event) {
        try {
            loop.execute(() -> apply(event));
        } catch (RejectedExecutionException closed) {
            LOG.debug("an event came after the end", closed);
        }
    }

    private void apply(Supplier<SingletonEvent> event) {
        try {
            table.apply(event.get()).forEach(this::perform);
        } catch (RuntimeException e) {
            LOG.error("the cluster singletons of this member are not as they should be: restart it", e);
        }
    }

    private void perform(SingletonEffect effect) {
        String name = effect.name();
        long attempt = effect.attempt();
        if (effect instanceof Ask) {
            ask(name, attempt);
        } else if (effect instanceof Settle) {
            later(settings.settle(), new SingletonEvent.Settled(name, attempt));
        } else if (effect instanceof Activate) {
            lanes.run(name, () -> requests.lock(attempt, name).ifPresent(lock -> activate(name, lock)));
        } else if (effect instanceof Deactivate) {
            lanes.run(name, () -> deactivate(name));
        } else if (effect instanceof Release) {
            lanes.run(name, () -> requests.release(attempt, name));
        } else {
            later(settings.retry(), new SingletonEvent.Due(name, attempt));
        }
    }

    private void ask(String name, long attempt) {
        requests.ask(
                attempt,
                name,
                lock -> {
                    submit(() -> new SingletonEvent.Granted(name, attempt));
                    lock.lost().thenAccept(loss -> {
                        LOG.warn("the singleton {} is lost here: {}", name, loss.reason());
                        submit(() -> new SingletonEvent.Lost(name, attempt));
                    });
                },
                () -> submit(() -> new SingletonEvent.Failed(name, attempt)));
    }

    private void activate(String name, HeldLock lock) {
        LOG.info("the singleton {} is active here, fencing token {}", name, lock.fencingToken());
        permits.give(name, new LentLock(lock));
    }

    private void deactivate(String name) {
        permits.withdraw(name);
        LOG.info("the singleton {} is not active here any more", name);
    }

    private void later(Duration pause, SingletonEvent event) {
        try {
            var unused = loop.schedule(() -> apply(() -> event), pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("nothing comes after the end", closed);
        }
    }

    /** Deactivates all that is active and gives it back; waits for that, but not for ever. A second call has no effect. */
    @Override
    public void close() {
        if (loop.isShutdown()) {
            return;
        }
        try {
            CompletableFuture.runAsync(() -> apply(() -> new SingletonEvent.Eligible(false)), loop)
                    .get(STOPPING.toSeconds(), TimeUnit.SECONDS);
            if (!lanes.close(STOPPING)) {
                LOG.warn("a singleton has not ended within {} s", STOPPING.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.error("the singletons of this member have not ended", e);
        } finally {
            loop.shutdownNow();
        }
    }
}
