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
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(10), Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(1));

    private final long seed = Long.getLong("asterism.seed", System.nanoTime());
    private final HistoryBuilder history = new HistoryBuilder();
    private final FencedRegister register = new FencedRegister(history::wrote);

    @Test
    void aRightServiceIsFoundRight() throws Exception {
        History told = drill(new InMemoryLocks(), 3_000);

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
        assertThat(kinds(new InMemoryLocks() {
                    @Override
                    boolean excludes(InMemoryLock holder, String session, LockRequest wanted) {
                        return super.excludes(holder, session, wanted) && asked.incrementAndGet() % 50 != 0;
                    }
                }))
                .contains(Kind.TWO_BELIEVERS);
    }

    @Test
    void aServiceThatRepeatsTokensIsCaught() throws Exception {
        assertThat(kinds(new InMemoryLocks() {
                    private long granted;

                    @Override
                    long nextToken() {
                        granted++;
                        return granted / 2;
                    }
                }))
                .contains(Kind.TOKEN_REPEATED, Kind.TWO_WRITERS);
    }

    @Test
    void aServiceWhoseTokensDescendIsCaught() throws Exception {
        assertThat(kinds(new InMemoryLocks() {
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
        assertThat(kinds(new InMemoryLocks() {
                    @Override
                    boolean waitsBehind(int place, int other) {
                        return other > place;
                    }
                }))
                .contains(Kind.OVERTAKEN);
    }

    private List<Kind> kinds(InMemoryLocks locks) throws InterruptedException {
        return new Checker(LIMITS)
                .check(drill(locks, 3_000)).stream().map(Violation::kind).toList();
    }

    /** So many requests of several threads. */
    private History drill(InMemoryLocks locks, int requests) throws InterruptedException {
        LOG.info("asterism.seed={}", seed);
        Recorder recorder = new Recorder("w", event -> history.add("w", event));
        Random seeds = new Random(seed);
        long begin = System.nanoTime();
        long end = begin + Duration.ofSeconds(20).toNanos();
        BooleanSupplier ended = () -> history.size() >= requests || System.nanoTime() - end > 0;
        CountDownLatch left = new CountDownLatch(CUSTOMERS);
        try (Interrupter interrupter = new Interrupter()) {
            for (int i = 0; i < CUSTOMERS; i++) {
                Customer customer = new Customer(
                        locks, recorder, register, new Space("n"), interrupter, new Random(seeds.nextLong()), ended);
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
