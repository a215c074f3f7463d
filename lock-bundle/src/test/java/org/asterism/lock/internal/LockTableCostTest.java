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
 * What a million held locks cost in the table: memory; and that those who take others do not search through them, for that
 * would take longer than any test may. How fast it is, {@code asterism bench locks} measures.
 */
class LockTableCostTest {

    private static final Logger LOG = LoggerFactory.getLogger(LockTableCostTest.class);
    private static final int MILLION = 1_000_000;
    private static final int PAIRS = 300_000;
    private static final int MAX_BYTES = 400;
    private static final Owner HOLDER = new Owner(new MemberId("a/1"), "1");
    private static final Owner OTHER = new Owner(new MemberId("b/1"), "1");

    private long tickets;

    @Test
    void aMillionLocksAreSmallAndInNobodysWay() {
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
        LOG.info("{} bytes for each of {} held locks", bytes, MILLION);
        takeOthers(full);
        assertThat(full.status().held()).isEqualTo(MILLION);
        assertThat(bytes).isLessThan(MAX_BYTES);
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

    private void takeOthers(LockTable table) {
        for (int i = 0; i < PAIRS; i++) {
            LockKey key = LockKey.of("bench", "item", "other" + i % 1000);
            long ticket = acquire(table, OTHER, "b", "b", key, LockMode.EXCLUSIVE);
            List<LockEffect> unused = table.apply(new Release(new Ticket(OTHER, ticket)), Duration.ZERO);
        }
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
