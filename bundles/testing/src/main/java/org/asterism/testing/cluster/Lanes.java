package org.asterism.testing.cluster;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Lanes in which tasks run one after the other, each lane independent of the others. */
final class Lanes implements AutoCloseable {

    private final ExecutorService pool = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "in-memory-cluster");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Lane> lanes = new ArrayList<>();

    synchronized Lane lane() {
        Lane lane = new Lane();
        lanes.add(lane);
        return lane;
    }

    /** Waits until nothing is left to run, except in lanes that are held. */
    synchronized void settle(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (lanes.stream().anyMatch(Lane::busy)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new IllegalStateException("the cluster did not settle within " + atMost);
            }
            wait(left);
        }
    }

    @Override
    public synchronized void close() {
        lanes.forEach(Lane::close);
        pool.shutdownNow();
    }

    /** Runs its tasks in order, one at a time, on any thread of the pool. */
    final class Lane {

        private final Deque<Runnable> tasks = new ArrayDeque<>();
        private boolean running;
        private boolean held;
        private boolean closed;

        void execute(Runnable task) {
            synchronized (Lanes.this) {
                if (!closed) {
                    tasks.add(task);
                    start();
                }
            }
        }

        void hold(boolean hold) {
            synchronized (Lanes.this) {
                held = hold;
                start();
            }
        }

        /** Forgets what has not begun and takes nothing more. */
        void close() {
            synchronized (Lanes.this) {
                closed = true;
                tasks.clear();
                Lanes.this.notifyAll();
            }
        }

        private boolean busy() {
            return running || (!held && !tasks.isEmpty());
        }

        private void start() {
            if (!running && !held && !tasks.isEmpty()) {
                running = true;
                pool.execute(this::runNext);
            }
        }

        private void runNext() {
            Runnable task;
            synchronized (Lanes.this) {
                task = tasks.poll();
            }
            try {
                if (task != null) {
                    task.run();
                }
            } finally {
                synchronized (Lanes.this) {
                    running = false;
                    start();
                    Lanes.this.notifyAll();
                }
            }
        }
    }
}
