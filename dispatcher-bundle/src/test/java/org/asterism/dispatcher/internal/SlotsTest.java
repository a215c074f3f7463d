package org.asterism.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private static final LimitRule RULE = new LimitRule(2, 10);
    private static final long WINDOW = Duration.ofMillis(200).toNanos();

    private final Slots slots = new Slots();

    @Test
    void givesNoMoreThanTheLimit() {
        for (int i = 0; i < 10; i++) {
            assertThat(slots.tryAcquire(RULE)).isTrue();
        }
        assertThat(slots.tryAcquire(RULE)).isFalse();
        slots.release();
        assertThat(slots.tryAcquire(RULE)).isTrue();
        assertThat(slots.inFlight()).isEqualTo(10);
    }

    @Test
    void neverMoreAtATimeWhateverTheThreads() throws Exception {
        AtomicInteger most = new AtomicInteger();
        AtomicInteger inside = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> done = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(t -> threads.submit(() -> {
                        for (int i = 0; i < 20_000; i++) {
                            if (slots.tryAcquire(new LimitRule(1, 2))) {
                                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                inside.decrementAndGet();
                                slots.release();
                            }
                        }
                    }))
                    .toList();
            for (Future<?> one : done) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(most.get()).isBetween(1, 2);
        assertThat(slots.inFlight()).isZero();
    }

    @Test
    void theLimitFollowsTheTimesOfFullWindows() {
        long now = 0;
        IntStream.range(0, 10)
                .forEach(busy -> assertThat(slots.tryAcquire(RULE)).isTrue());
        for (int window = 0; window < 60; window++) {
            long took = window < 20 ? 1000 : 50_000;
            for (int i = 0; i < 20; i++) {
                now += WINDOW / 20;
                slots.answered(took, now, RULE);
            }
        }
        assertThat(slots.limit(RULE)).isLessThan(10);
        assertThat(slots.answered()).isEqualTo(60 * 20);
    }

    @Test
    void aFailureLowersTheLimit() {
        slots.answered(1000, 0, RULE);
        slots.failed();
        slots.answered(1000, WINDOW, RULE);
        assertThat(slots.limit(RULE)).isEqualTo(9);
    }
}
