package org.asterism.hub.internal.standby;

import java.util.Optional;

/** The row; several contenders share one. Can forget, like a database that is killed before it has written all it said. */
public final class InMemoryLeaseStore implements LeaseStore {

    private Optional<LeaseRow> row = Optional.empty();
    private Optional<LeaseRow> written = Optional.empty();

    @Override
    public synchronized Optional<LeaseRow> read() {
        return row;
    }

    @Override
    public synchronized boolean take(Optional<LeaseRow> seen, LeaseRow mine) {
        boolean unchanged = row.equals(seen);
        if (unchanged) {
            row = Optional.of(mine);
        }
        return unchanged;
    }

    @Override
    public synchronized boolean renew(LeaseRow mine) {
        boolean ours = isOf(mine);
        if (ours) {
            row = row.map(held -> new LeaseRow(held.holder(), held.address(), held.epoch(), held.beat() + 1));
        }
        return ours;
    }

    @Override
    public synchronized void release(LeaseRow mine, long epoch) {
        if (isOf(mine)) {
            row = row.map(held -> new LeaseRow("", "", epoch, held.beat() + 1));
        }
    }

    /** From now on this much survives. */
    synchronized void flush() {
        written = row;
    }

    synchronized void crash() {
        row = written;
    }

    @Override
    public void close() {
        // nothing is open
    }

    private boolean isOf(LeaseRow mine) {
        return row.filter(held -> held.holder().equals(mine.holder()) && held.epoch() == mine.epoch())
                .isPresent();
    }
}
