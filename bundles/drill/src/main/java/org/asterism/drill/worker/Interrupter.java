package org.asterism.drill.worker;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Interrupts threads that wait. */
final class Interrupter implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "drill-interrupter");
        thread.setDaemon(true);
        return thread;
    });

    /** Does something in this thread and interrupts it meanwhile, if it takes so long; it is not interrupted afterwards. */
    <T> Optional<T> during(Duration after, Supplier<Optional<T>> task) throws InterruptedException {
        Thread me = Thread.currentThread();
        Object turn = new Object();
        boolean[] over = {false};
        ScheduledFuture<?> interrupt = clock.schedule(
                () -> {
                    synchronized (turn) {
                        if (!over[0]) {
                            me.interrupt();
                        }
                    }
                },
                after.toNanos(),
                TimeUnit.NANOSECONDS);
        try {
            return task.get();
        } finally {
            synchronized (turn) {
                over[0] = true;
            }
            interrupt.cancel(false);
            Thread.interrupted(); // it came too late
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
