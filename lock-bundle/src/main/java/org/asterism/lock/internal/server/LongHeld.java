package org.asterism.lock.internal.server;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockInfo.Holder;
import org.asterism.lock.LongHeldLocks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives an alarm for locks that are held for longer than they should be, once for each grant. */
final class LongHeld {

    private static final Logger LOG = LoggerFactory.getLogger(LongHeld.class);
    private static final Duration LONGEST_PERIOD = Duration.ofSeconds(5);
    private static final Duration SHORTEST_PERIOD = Duration.ofMillis(20);
    private static final int MOST = 100;

    private final GuardedTable table;
    private final Duration age;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private Set<Long> told = Set.of();
    private volatile LongHeldLocks last;

    /** @param age zero for no alarm */
    LongHeld(GuardedTable table, Duration age) {
        this.table = table;
        this.age = age;
        this.last = new LongHeldLocks(age, 0, List.of());
    }

    /** Hears of each grant that is held for too long, once, on the table's thread. */
    @FunctionalInterface
    interface Listener {
        void heldLong(LockInfo lock, Holder holder);
    }

    /** Tells until it is closed. */
    AutoCloseable subscribe(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
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

    /** What was found at the last look. */
    LongHeldLocks last() {
        return last;
    }

    private void look() {
        List<LockInfo> found = table.read((locks, now) -> locks.heldLongest(age, MOST, now));
        Set<Long> still = new HashSet<>();
        long grants = last.grants();
        for (LockInfo lock : found) {
            for (Holder holder : lock.holders()) {
                if (holder.age().compareTo(age) >= 0) {
                    still.add(holder.fencingToken());
                    if (!told.contains(holder.fencingToken())) {
                        grants++;
                        tell(lock, holder);
                    }
                }
            }
        }
        told = still;
        last = new LongHeldLocks(age, grants, found);
    }

    private void tell(LockInfo lock, Holder holder) {
        LOG.warn(
                "lock {}: {} {} holds it for {} s, {} wait for it",
                lock.key(),
                holder.member(),
                holder.party(),
                holder.age().toSeconds(),
                lock.waiters().size());
        listeners.forEach(listener -> listener.heldLong(lock, holder));
    }
}
