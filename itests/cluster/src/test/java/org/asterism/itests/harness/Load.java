package org.asterism.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A closed loop of clients, each repeating its call until the load is stopped. */
public final class Load implements AutoCloseable {

    private static final int KEPT_FAILURES = 20;

    private final ExecutorService clients;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    /** One call of a client: returns normally if it was answered as it should be. */
    @FunctionalInterface
    public interface Call {
        void run() throws Exception;
    }

    private Load(List<Call> calls) {
        clients = Executors.newFixedThreadPool(calls.size());
        calls.forEach(call -> clients.execute(() -> repeat(call)));
    }

    /** Starts one client for each call. */
    public static Load of(List<Call> calls) {
        return new Load(calls);
    }

    private void repeat(Call call) {
        while (!stopped) {
            try {
                call.run();
            } catch (Exception | AssertionError e) {
                failed.incrementAndGet();
                if (failures.size() < KEPT_FAILURES) {
                    failures.add(e.toString());
                }
            } finally {
                calls.incrementAndGet();
            }
        }
    }

    public long calls() {
        return calls.get();
    }

    public long failed() {
        return failed.get();
    }

    /** The first failures, for the message of an assertion. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /** Waits until this many more calls are done. */
    public void awaitMore(int more) {
        long goal = calls() + more;
        await("more load").atMost(60, TimeUnit.SECONDS).until(() -> calls() >= goal);
    }

    /** Ends the load; each client finishes the call it is in. */
    public Load stop() {
        stopped = true;
        clients.shutdown();
        try {
            assertThat(clients.awaitTermination(60, TimeUnit.SECONDS))
                    .as("the load ended")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while ending the load", e);
        }
        return this;
    }

    @Override
    public void close() {
        stop();
    }
}
