package org.asterism.lock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lock table against the naive model, in a million random steps; the time is that of a very busy machine. */
class LockTableHistoryTest {

    private static final Logger LOG = LoggerFactory.getLogger(LockTableHistoryTest.class);
    /** Shorter than what is allowed here, so that the test ends by itself and says how far it came. */
    private static final Duration TIME = Duration.ofMinutes(5);

    private static final int STEPS = 1_000;
    private static final int ENOUGH = 1_000;

    @Test
    @Timeout(value = 6, unit = TimeUnit.MINUTES) // it needs 10 s where nothing else runs
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
