package org.asterism.deployment.internal.osgi;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.asterism.deployment.DeploymentException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the same again and again, on a thread of its own, with pauses that end when the bell is rung. */
final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long CLOSE_SECONDS = 10;

    private final Bell bell = new Bell();
    private final Thread thread;
    private final Work work;
    private final Duration pause;
    private String told = "";

    /** One round. */
    @FunctionalInterface
    interface Work {
        void round() throws DeploymentException, InterruptedException;
    }

    Worker(String name, Duration pause, Work work) {
        this.work = work;
        this.pause = pause;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    Bell bell() {
        return bell;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                guardedRound();
                bell.await(pause);
            }
        } catch (InterruptedException closed) {
            LOG.debug("{} ends", thread.getName(), closed);
        }
    }

    /** The same trouble again is told quietly. */
    private void guardedRound() throws InterruptedException {
        try {
            work.round();
            told = "";
        } catch (DeploymentException e) {
            if (e.getMessage().equals(told)) {
                LOG.debug("still: {}", e.getMessage(), e);
            } else {
                LOG.warn("{}; it is tried again", e.getMessage(), e);
            }
            told = e.getMessage();
        } catch (RuntimeException e) {
            LOG.error("{} failed; it goes on", thread.getName(), e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
