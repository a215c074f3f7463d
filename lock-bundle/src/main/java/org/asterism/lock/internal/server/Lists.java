package org.asterism.lock.internal.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import org.asterism.lock.LockInfo;
import org.asterism.lock.internal.Listing;
import org.asterism.lock.internal.LockTable;

/** Lists of locks, one after the other, so that the copies that they begin with are never many. Those who lock do not wait for them. */
final class Lists {

    /** A monitor is not fair: who leaves it for a moment only may find everyone still waiting. */
    private static final long PAUSE_NANOS = 20_000;

    private final GuardedTable table;

    Lists(GuardedTable table) {
        this.table = table;
    }

    synchronized List<LockInfo> of(BiFunction<LockTable, Duration, Listing> begin) {
        Listing listing = table.read(begin);
        while (table.read((locks, now) -> listing.advance(now))) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return listing.locks();
    }
}
