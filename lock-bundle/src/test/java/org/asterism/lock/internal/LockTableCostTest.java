package org.asterism.lock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.asterism.cluster.MemberId;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.internal.LockCommand.Acquire;
import org.asterism.lock.internal.LockCommand.Release;
import org.asterism.lock.internal.LockCommand.Settled;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What locks cost in the table: memory, and whether those that are held slow down the others. The bounds are so wide that only a
 * search through everything misses them; the numbers are in the log.
 */
class LockTableCostTest {

    private static final Logger LOG = LoggerFactory.getLogger(LockTableCostTest.class);
    private static final int MILLION = 1_000_000;
    private static final int AREAS = 4_096;
    private static final int PAIRS = 300_000;
    private static final int ROUNDS = 5;
    private static final int MAX_BYTES = 400;
    private static final double SLOWEST = 0.3;
    private static final Owner HOLDER = new Owner(new MemberId("a/1"), "1");
    private static final Owner OTHER = new Owner(new MemberId("b/1"), "1");

    private long tickets;

    @Test
    void aMillionLocksAreSmallAndInNobodysWay() {
        LockTable empty = table();
        LockTable full = table();
        long before = used();
        for (int i = 0; i < MILLION; i++) {
            // strings as they come from the network: nothing is shared
            acquire(
                    full,
                    HOLDER,
                    "a/1-" + i,
                    "main#1",
                    LockKey.of(fresh("bench"), fresh("item"), "" + i),
                    LockMode.EXCLUSIVE);
        }
        long bytes = (used() - before) / MILLION;
        LockTable areas = table();
        for (int i = 0; i < AREAS; i++) {
            acquire(areas, HOLDER, "s", "s", LockKey.of("bench", "item", "area" + i, LockKey.ANY), LockMode.EXCLUSIVE);
            acquire(areas, HOLDER, "s", "s", LockKey.of("bench", "item", LockKey.ANY, "area" + i), LockMode.EXCLUSIVE);
        }
        double alone = rate(empty, 1);
        double amongMany = rate(full, 1);
        double aloneOfTwo = rate(empty, 2);
        double amongAreas = rate(areas, 2);
        LOG.warn(
                "{} bytes for each of {} held locks; pairs of acquire and release: {} ns alone, {} among them (ratio {}),"
                        + " with two arguments {} ns alone, {} among {} areas (ratio {})",
                bytes,
                MILLION,
                nanos(alone),
                nanos(amongMany),
                ratio(amongMany, alone),
                nanos(aloneOfTwo),
                nanos(amongAreas),
                2 * AREAS,
                ratio(amongAreas, aloneOfTwo));
        assertThat(full.status().held()).isEqualTo(MILLION);
        assertThat(bytes).isLessThan(MAX_BYTES);
        assertThat(amongMany / alone).isGreaterThan(SLOWEST);
        assertThat(amongAreas / aloneOfTwo).isGreaterThan(SLOWEST);
    }

    private static LockTable table() {
        int room = 2 * MILLION;
        LockTable table = new LockTable(new Bounds(room, room, room), Duration.ofDays(1), Duration.ZERO);
        List<LockEffect> unused = table.apply(new Settled(true), Duration.ZERO);
        return table;
    }

    private static String fresh(String text) {
        return String.valueOf(text.toCharArray());
    }

    private long acquire(LockTable table, Owner owner, String session, String party, LockKey key, LockMode mode) {
        tickets++;
        List<LockRequest> locks = List.of(new LockRequest(key, mode));
        List<LockEffect> effects = table.apply(
                new Acquire(owner, session, fresh(party), tickets, locks, Duration.ZERO, Duration.ZERO), Duration.ZERO);
        if (effects.isEmpty()) {
            throw new AssertionError("nothing was told of " + key);
        }
        return tickets;
    }

    /** Pairs in a second, the best of some rounds. */
    private double rate(LockTable table, int arguments) {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            for (int i = 0; i < PAIRS; i++) {
                LockKey key = arguments == 1
                        ? LockKey.of("bench", "item", "other" + i % 1000)
                        : LockKey.of("bench", "item", "other" + i % 1000, "x");
                long ticket = acquire(table, OTHER, "b", "b", key, LockMode.EXCLUSIVE);
                List<LockEffect> unused = table.apply(new Release(new Ticket(OTHER, ticket)), Duration.ZERO);
            }
            best = Math.max(best, PAIRS * 1e9 / (System.nanoTime() - begin));
        }
        return best;
    }

    private static long nanos(double rate) {
        return Math.round(1e9 / rate);
    }

    private static double ratio(double one, double other) {
        return Math.round(100 * one / other) / 100.0;
    }

    /** Live bytes: a collection is asked for, and again until it finds nothing more. */
    private static long used() {
        long before = Long.MAX_VALUE;
        long now = collected();
        while (now < before) {
            before = now;
            now = collected();
        }
        return before;
    }

    private static long collected() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
