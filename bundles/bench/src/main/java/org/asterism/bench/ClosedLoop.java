package org.asterism.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Several threads each call, wait for the answer, and call again. What happens in the warm-up is not counted; a call that
 * fails ends the measurement without a result.
 */
public final class ClosedLoop {

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Duration warmup;
    private final Duration time;

    private enum Phase {
        WARMUP,
        MEASURED,
        OVER
    }

    /** One call; returns with the answer. */
    @FunctionalInterface
    public interface Call {
        void call() throws Exception;
    }

    /** Makes what each thread calls. */
    @FunctionalInterface
    public interface Calls {
        Call ofThread(int number) throws BenchException;
    }

    public ClosedLoop(Duration warmup, Duration time) {
        this.warmup = warmup;
        this.time = time;
    }

    public Measured run(int threads, Calls calls) throws BenchException, InterruptedException {
        Run run = new Run();
        List<Caller> callers = new ArrayList<>();
        for (int number = 0; number < threads; number++) {
            callers.add(new Caller(run, calls.ofThread(number), number));
        }
        callers.forEach(Thread::start);
        try {
            run.await(warmup);
            run.phase = Phase.MEASURED;
            long begin = System.nanoTime();
            run.await(time);
            run.phase = Phase.OVER;
            Duration measured = Duration.ofNanos(System.nanoTime() - begin);
            return result(run, callers, measured);
        } finally {
            run.phase = Phase.OVER;
            callers.forEach(Thread::interrupt);
        }
    }

    private static Measured result(Run run, List<Caller> callers, Duration measured)
            throws BenchException, InterruptedException {
        Times all = new Times();
        long deadline = System.nanoTime() + GRACE.toNanos();
        for (Caller caller : callers) {
            caller.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            if (caller.isAlive()) {
                throw new BenchException("a call has had no answer for " + GRACE.toSeconds() + " s");
            }
            all.add(caller.times);
        }
        run.check();
        return new Measured(all.count(), measured, all.latency());
    }

    private static final class Run {
        private volatile Phase phase = Phase.WARMUP;
        private final CountDownLatch failed = new CountDownLatch(1);
        private final AtomicReference<Exception> failure = new AtomicReference<>();

        void fail(Exception cause) {
            failure.compareAndSet(null, cause);
            failed.countDown();
        }

        void await(Duration duration) throws BenchException, InterruptedException {
            if (failed.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                check();
            }
        }

        void check() throws BenchException {
            Exception cause = failure.get();
            if (cause != null) {
                throw new BenchException("a call failed: " + cause, cause);
            }
        }
    }

    private static final class Caller extends Thread {
        private final Run run;
        private final Call call;
        private final Times times = new Times();

        Caller(Run run, Call call, int number) {
            super("bench-caller-" + number);
            this.run = run;
            this.call = call;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                while (run.phase != Phase.OVER) {
                    long begin = System.nanoTime();
                    call.call();
                    long end = System.nanoTime();
                    if (run.phase == Phase.MEASURED) {
                        times.record(end - begin);
                    }
                }
            } catch (Exception e) {
                run.fail(e);
            }
        }
    }
}
