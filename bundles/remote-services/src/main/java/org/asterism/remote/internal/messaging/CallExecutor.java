package org.asterism.remote.internal.messaging;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.remote.internal.Settings;

/** Where the calls of other members are carried out: a bounded number of threads and of waiting calls. */
public final class CallExecutor extends ThreadPoolExecutor {

    private static final Duration IDLE = Duration.ofSeconds(30);

    public CallExecutor(Settings settings) {
        super(
                settings.threads(),
                settings.threads(),
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new ArrayBlockingQueue<>(settings.queueLength()));
        AtomicInteger number = new AtomicInteger();
        setThreadFactory(task -> {
            Thread thread = new Thread(task, "asterism-remote-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        allowCoreThreadTimeOut(true);
    }
}
