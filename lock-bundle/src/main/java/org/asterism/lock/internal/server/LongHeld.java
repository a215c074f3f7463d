package org.asterism.lock.internal.server;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockInfo.Holder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives an alarm for locks that are held for longer than they should be, once for each grant. */
final class LongHeld {

    private static final Logger LOG = LoggerFactory.getLogger(LongHeld.class);
    private static final Duration LONGEST_PERIOD = Duration.ofSeconds(5);
    private static final Duration SHORTEST_PERIOD = Duration.ofMillis(20);
    private static final int MAX_TOLD = 20;

    private final GuardedTable table;
    private final Duration age;
    private Set<Long> told = Set.of();
    private volatile List<LockInfo> last = List.of();
    private final AtomicLong count = new AtomicLong();

    /** @param age zero for no alarm */
    LongHeld(GuardedTable table, Duration age) {
        this.table = table;
        this.age = age;
    }

    void start() {
        if (!age.isZero()) {
            table.every(period(), this::look);
        }
    }

    private Duration period() {
        Duration quarter = age.dividedBy(4);
        Duration bounded = quarter.compareTo(LONGEST_PERIOD) > 0 ? LONGEST_PERIOD : quarter;
        return bounded.compareTo(SHORTEST_PERIOD) < 0 ? SHORTEST_PERIOD : bounded;
    }

    /** What was found at the last look, at most a few. */
    List<LockInfo> last() {
        return last;
    }

    /** How many grants were told of. */
    long count() {
        return count.get();
    }

    private void look() {
        LockFilter old = new LockFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(age));
        List<LockInfo> found = table.read((locks, now) ->
                locks.statistics(now).oldest().compareTo(age) < 0 ? List.of() : locks.locks(old, MAX_TOLD, now));
        Set<Long> still = new HashSet<>();
        for (LockInfo lock : found) {
            for (Holder holder : lock.holders()) {
                if (holder.age().compareTo(age) >= 0) {
                    still.add(holder.fencingToken());
                    tell(lock, holder);
                }
            }
        }
        told = still;
        last = found;
    }

    private void tell(LockInfo lock, Holder holder) {
        if (!told.contains(holder.fencingToken())) {
            count.incrementAndGet();
            LOG.warn(
                    "lock {}: {} {} holds it for {} s, {} wait for it",
                    lock.key(),
                    holder.member(),
                    holder.party(),
                    holder.age().toSeconds(),
                    lock.waiters().size());
        }
    }
}
