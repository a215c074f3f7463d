package org.asterism.remote.internal.messaging;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.remote.internal.Settings;

/** A bounded number of threads and of tasks that wait for them. */
public final class CallExecutor extends ThreadPoolExecutor {

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int MAX_CONTINUATIONS = 100_000;

    private CallExecutor(String name, int threads, BlockingQueue<Runnable> queue) {
        super(threads, threads, IDLE.toMillis(), TimeUnit.MILLISECONDS, queue);
        AtomicInteger number = new AtomicInteger();
        setThreadFactory(task -> {
            Thread thread = new Thread(task, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        allowCoreThreadTimeOut(true);
    }

    /** Where the calls of other members are carried out. */
    public static CallExecutor ofCalls(Settings settings) {
        return new CallExecutor(
                "asterism-remote-", settings.threads(), new ArrayBlockingQueue<>(settings.queueLength()));
    }

    /**
     * Where the futures that remote services return are completed. Not where calls are carried out: those may wait for such a
     * future.
     */
    public static CallExecutor ofContinuations(Settings settings) {
        return new CallExecutor(
                "asterism-remote-future-", settings.threads(), new LinkedBlockingQueue<>(MAX_CONTINUATIONS));
    }
}
