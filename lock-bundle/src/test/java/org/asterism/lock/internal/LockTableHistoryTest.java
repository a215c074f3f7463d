package org.asterism.lock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.internal.LockEffect.Granted;
import org.asterism.lock.internal.LockEffect.TimedOut;
import org.asterism.lock.internal.LockEffect.Withdrawn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lock table against the naive model; the seed is the name of the test. */
class LockTableHistoryTest {

    private static final Duration LEASE = Duration.ofSeconds(4);
    private static final int STEPS = 300;

    private final Map<Ticket, LockKey> keys = new HashMap<>();
    private final Map<LockKey, Long> tokens = new HashMap<>();

    static LongStream seeds() {
        long fresh = System.nanoTime();
        return LongStream.concat(LongStream.range(0, 60), LongStream.range(fresh, fresh + 20));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void doesWhatTheNaiveModelDoes(long seed) {
        LockTable table = new LockTable(new Bounds(1000, 1000, 1000), LEASE, Duration.ZERO);
        NaiveLocks naive = new NaiveLocks(LEASE);
        RandomHistory history = new RandomHistory(seed);
        Duration now = Duration.ZERO;
        compare(table, naive, history.declaration(0, LockKey.of("test", "key", "0")), now);
        compare(table, naive, history.declaration(1, LockKey.of("test", "key", "1")), now);
        for (int step = 0; step < STEPS; step++) {
            now = now.plus(history.pause());
            compare(table, naive, history.next(), now);
        }
    }

    private void compare(LockTable table, NaiveLocks naive, LockCommand command, Duration now) {
        if (command instanceof LockCommand.Acquire acquire) {
            keys.put(acquire.claim().ticket(), acquire.claim().key());
        }
        List<LockEffect> effects = table.apply(command, now);
        assertThat(told(effects)).as("%s at %s", command, now).isEqualTo(naive.apply(command, now));
        assertThat(table.status().held()).isEqualTo(naive.held.size());
        assertThat(table.status().waiting()).isEqualTo(naive.waiting());
        assertThat(table.status().grace()).isEqualTo(naive.grace());
        assertThat(table.locks(1000, now)).allSatisfy(LockTableHistoryTest::requireNoConflict);
        table.nextDeadline().ifPresent(next -> assertThat(next).isGreaterThan(now));
        effects.forEach(this::requireGrowingTokens);
    }

    private static void requireNoConflict(LockInfo lock) {
        boolean exclusive = lock.holders().stream().anyMatch(holder -> holder.mode() == LockMode.EXCLUSIVE);
        assertThat(lock.holders().size()).isLessThanOrEqualTo(exclusive ? 1 : Integer.MAX_VALUE);
    }

    private void requireGrowingTokens(LockEffect effect) {
        if (effect instanceof Granted granted) {
            Long before = tokens.put(keys.get(granted.ticket()), granted.token());
            assertThat(granted.token()).isGreaterThan(before == null ? 2 : before);
        }
    }

    private static Set<String> told(List<LockEffect> effects) {
        Set<String> told = new HashSet<>();
        for (LockEffect effect : effects) {
            if (effect instanceof Granted granted) {
                told.add("granted " + granted.ticket());
            } else if (effect instanceof TimedOut timedOut) {
                told.add("timed out " + timedOut.ticket());
            } else if (effect instanceof Withdrawn withdrawn) {
                told.add("withdrawn " + withdrawn.ticket());
            }
        }
        return told;
    }
}
