package org.asterism.lock.internal.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.asterism.lock.LockInfo;
import org.asterism.lock.internal.Listing;
import org.asterism.lock.internal.LockTable;

/** Lists of locks, one after the other, so that the copies that they begin with are never many. Those who lock do not wait for them. */
final class Lists {

    /** A monitor is not fair: who leaves it for a moment only may find everyone still waiting. */
    private static final long PAUSE_NANOS = 20_000;

    /** How many locks a list has at most, whoever asks. */
    static final int MOST = 10_000;

    private final GuardedTable table;

    /** Begins a list. */
    interface Begin {
        Listing listing(LockTable locks, int most, Duration now);
    }

    Lists(GuardedTable table) {
        this.table = table;
    }

    /** @param limit as it was asked for; there are never more than {@link #MOST} */
    synchronized List<LockInfo> of(int limit, Begin begin) {
        int most = Math.max(0, Math.min(limit, MOST));
        Listing listing = table.read((locks, now) -> begin.listing(locks, most, now));
        while (table.read((locks, now) -> listing.advance(now))) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return listing.locks();
    }
}
