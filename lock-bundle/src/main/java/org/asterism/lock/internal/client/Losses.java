package org.asterism.lock.internal.client;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockLoss.Cause;
import org.asterism.lock.LockLossListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of locks that were taken from their owners, one after the other, on a thread of its own that ends when it is idle. */
final class Losses implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Losses.class);
    private static final int QUEUE = 1_000;
    private static final int LOGGED = 10;
    private static final long IDLE_SECONDS = 10;

    private final LockServerCalls server;
    private final List<Listening> listenings = new CopyOnWriteArrayList<>();
    private final ThreadPoolExecutor executor;

    Losses(LockServerCalls server) {
        this.server = server;
        this.executor =
                new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), task -> {
                    Thread thread = new Thread(task, "asterism-lock-losses");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    AutoCloseable listen(LockLossListener listener) {
        Listening listening = new Listening(listener);
        listenings.add(listening);
        return () -> listenings.remove(listening);
    }

    /** Never blocks. These locks are over already. */
    void tell(List<ClientLock> lost, Cause cause, String reason) {
        if (lost.isEmpty()) {
            return;
        }
        if (cause == Cause.LEASE_OVER) {
            server.release(
                    lost.stream().map(ClientLock::number).toList()); // should it hear that, nobody need wait longer
        }
        try {
            executor.execute(() -> tellNow(lost, cause, reason));
        } catch (RejectedExecutionException e) {
            if (!executor.isShutdown()) {
                LOG.error(
                        "listeners to lost locks are too slow: nobody is told of {} more, {}", lost.size(), reason, e);
            }
        }
    }

    private void tellNow(List<ClientLock> lost, Cause cause, String reason) {
        lost.stream().limit(LOGGED).forEach(lock -> LOG.warn("lock {}: held → lost, {}", lock.key(), reason));
        if (lost.size() > LOGGED) {
            LOG.warn("{} locks more: held → lost, {}", lost.size() - LOGGED, reason);
        }
        for (ClientLock lock : lost) {
            LockLoss loss = lock.loss(cause, reason);
            run(() -> lock.tell(loss));
            listenings.forEach(listening -> run(() -> listening.listener.lost(loss)));
        }
    }

    @SuppressWarnings("IllegalCatch") // the others must be told
    private static void run(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.error("a listener to lost locks failed", e);
        }
    }

    /** What is known is told still. */
    @Override
    public void close() {
        executor.shutdown();
    }

    /** Not a record: each listening is itself only. */
    private static final class Listening {

        private final LockLossListener listener;

        Listening(LockLossListener listener) {
            this.listener = listener;
        }
    }
}
