package org.asterism.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    private final ClosedLoop loop = new ClosedLoop(SHORT, SHORT);

    @Test
    void countsWhatIsDoneAfterTheWarmUpAlone() throws Exception {
        AtomicLong calls = new AtomicLong();

        Measured measured = loop.run(2, number -> () -> {
            LockSupport.parkNanos(PAUSE);
            calls.incrementAndGet();
        });

        assertThat(measured.count()).isPositive().isLessThan(calls.get());
        assertThat(measured.time()).isBetween(SHORT, SHORT.multipliedBy(50));
        assertThat(measured.latency().p50Micros()).isGreaterThanOrEqualTo(5_000);
        assertThat(measured.latency().maxMicros())
                .isGreaterThanOrEqualTo(measured.latency().p99Micros());
    }

    @Test
    void givesEachThreadACallOfItsOwn() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);

        loop.run(2, number -> number == 0 ? first::countDown : second::countDown);

        assertThat(first.getCount() + second.getCount()).isZero();
    }

    @Test
    void hasNoResultIfACallFails() {
        assertThatThrownBy(() -> loop.run(2, number -> () -> {
                    throw new IOException("broken");
                }))
                .isInstanceOf(BenchException.class)
                .hasMessage("a call failed: java.io.IOException: broken");
    }
}
