package org.asterism.drill.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.asterism.drill.check.Checker;
import org.asterism.drill.check.Limits;
import org.asterism.drill.check.Violation;
import org.asterism.drill.check.Violation.Kind;
import org.asterism.drill.history.History;
import org.asterism.drill.history.HistoryBuilder;
import org.asterism.drill.history.Outcome;
import org.asterism.drill.register.FencedRegister;
import org.asterism.lock.LockRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What customers do with a lock service that is right is found right; with one that is wrong, wrong. */
@Timeout(60)
class CustomerTest {

    private static final Logger LOG = LoggerFactory.getLogger(CustomerTest.class);
    private static final int CUSTOMERS = 24;
    private static final int REQUESTS = 500;

    /** As fast as leaves waits that are clearly longer than the margin. */
    private static final int FAST = 5;

    /** Where nobody's place in a queue matters. */
    private static final int FASTER = 10;

    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(10), Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(1));

    private final long seed = Long.getLong("asterism.seed", System.nanoTime());
    private final HistoryBuilder history = new HistoryBuilder();
    private final FencedRegister register = new FencedRegister(history::wrote);

    @Test
    void aRightServiceIsFoundRight() throws Exception {
        History told = drill(FAST, new InMemoryLocks());

        assertThat(new Checker(LIMITS).check(told)).isEmpty();
        assertThat(told.attempts().stream()
                        .flatMap(attempt -> attempt.failure().stream())
                        .map(failure -> failure.outcome())
                        .collect(Collectors.toSet()))
                .contains(Outcome.TIMED_OUT, Outcome.BUSY, Outcome.CANCELLED)
                .doesNotContain(Outcome.WRONG);
        assertThat(told.grants()).anyMatch(grant -> grant.promotion());
        assertThat(register.written()).isPositive();
        assertThat(register.refused()).isZero();
    }

    @Test
    void aServiceThatNowAndThenGivesALockTwiceIsCaught() throws Exception {
        AtomicLong asked = new AtomicLong();
        assertThat(kinds(FASTER, new InMemoryLocks() {
                    @Override
                    boolean excludes(InMemoryLock holder, String session, LockRequest wanted) {
                        return super.excludes(holder, session, wanted) && asked.incrementAndGet() % 50 != 0;
                    }
                }))
                .contains(Kind.TWO_BELIEVERS);
    }

    @Test
    void aServiceThatRepeatsTokensIsCaught() throws Exception {
        assertThat(kinds(FASTER, new InMemoryLocks() {
                    private long granted;

                    @Override
                    long nextToken() {
                        granted++;
                        return granted / 8; // so many that one cell is written with the same one
                    }
                }))
                .contains(Kind.TOKEN_REPEATED, Kind.TWO_WRITERS);
    }

    @Test
    void aServiceWhoseTokensDescendIsCaught() throws Exception {
        assertThat(kinds(FASTER, new InMemoryLocks() {
                    private long left = Integer.MAX_VALUE;

                    @Override
                    long nextToken() {
                        left--;
                        return left;
                    }
                }))
                .contains(Kind.TOKEN_DESCENDED, Kind.HOLDER_REFUSED);
    }

    @Test
    void aServiceThatServesTheLastFirstIsCaught() throws Exception {
        assertThat(kinds(FAST, new InMemoryLocks() {
                    @Override
                    boolean waitsBehind(int place, int other) {
                        return other > place;
                    }
                }))
                .contains(Kind.OVERTAKEN);
    }

    private List<Kind> kinds(int speed, InMemoryLocks locks) throws InterruptedException {
        return new Checker(LIMITS)
                .check(drill(speed, locks)).stream().map(Violation::kind).toList();
    }

    /**
     * So many requests of several threads. Nearly all the time somebody waits for somebody who holds something, or for the end of
     * a deadlock, that is, of somebody's patience: all of that is short, so that the requests are many.
     */
    private History drill(int speed, InMemoryLocks locks) throws InterruptedException {
        LOG.info("asterism.seed={}", seed);
        Recorder recorder = new Recorder("w", event -> history.add("w", event));
        Random seeds = new Random(seed);
        long begin = System.nanoTime();
        long end = begin + Duration.ofSeconds(20).toNanos();
        BooleanSupplier ended = () -> history.size() >= REQUESTS || System.nanoTime() - end > 0;
        CountDownLatch left = new CountDownLatch(CUSTOMERS);
        try (Interrupter interrupter = new Interrupter()) {
            for (int i = 0; i < CUSTOMERS; i++) {
                Customer customer = new Customer(
                        locks,
                        recorder,
                        register,
                        new Space("n"),
                        interrupter,
                        new Chance(new Random(seeds.nextLong()), speed),
                        ended);
                Thread thread = new Thread(() -> {
                    customer.run();
                    left.countDown();
                });
                thread.setDaemon(true);
                thread.start();
            }
            assertThat(left.await(40, TimeUnit.SECONDS)).isTrue();
        }
        return history.build(begin, System.nanoTime());
    }
}
