package org.asterism.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A steady load: clients that repeat their calls, each with a pause between an answer and the next call, until the load is
 * stopped. The pause leaves the machine the time to do what is tested; a saturated one tests only itself.
 */
public final class Load implements AutoCloseable {

    private static final int KEPT_FAILURES = 20;
    private static final int PAUSE_MILLIS = 20;

    private final ScheduledExecutorService clients;
    private final List<Future<?>> repetitions;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    /** One call of a client: returns normally if it was answered as it should be. */
    @FunctionalInterface
    public interface Call {
        void run() throws Exception;
    }

    private Load(List<Call> calls) {
        clients = Executors.newScheduledThreadPool(calls.size());
        repetitions = calls.stream()
                .<Future<?>>map(call ->
                        clients.scheduleWithFixedDelay(() -> once(call), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS))
                .toList();
    }

    /** Starts one client for each call. */
    public static Load of(List<Call> calls) {
        return new Load(calls);
    }

    private void once(Call call) {
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
        repetitions.forEach(repetition -> repetition.cancel(false));
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
