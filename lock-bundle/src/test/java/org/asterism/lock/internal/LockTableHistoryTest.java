package org.asterism.lock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lock table against the naive model, in a million random steps; the time is that of a very busy machine. */
class LockTableHistoryTest {

    private static final Logger LOG = LoggerFactory.getLogger(LockTableHistoryTest.class);
    /** Shorter than what the build allows a test, so that this one ends by itself and says how far it came. */
    private static final Duration TIME = Duration.ofSeconds(100);

    private static final int STEPS = 1_000;
    private static final int ENOUGH = 1_000;

    @Test
    void doesWhatTheNaiveModelDoes() {
        long end = System.nanoTime() + TIME.toNanos();
        long first = System.nanoTime();
        int histories = 0;
        while (histories < ENOUGH && System.nanoTime() < end) {
            check(first + histories);
            histories++;
        }
        LOG.warn("{} steps of the lock table were as they should be, seeds from {}", histories * STEPS, first);
        assertThat(histories).as("histories").isEqualTo(ENOUGH);
    }

    @Test
    void doesSoWithTheSameSeedsEachTime() {
        for (long seed = 0; seed < 20; seed++) {
            check(seed);
        }
    }

    private static void check(long seed) {
        try {
            new HistoryCheck(seed).run(STEPS);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }
}
