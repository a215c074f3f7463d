package org.asterism.hub.internal.jdbc;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.asterism.hub.internal.standby.LeaseRow;
import org.asterism.hub.internal.standby.LeaseStore;
import org.asterism.hub.internal.standby.LeaseStoreException;

/** A store whose database hangs until the latch opens. */
record FreezingStore(LeaseStore store, AtomicReference<CountDownLatch> frozen) implements LeaseStore {

    @Override
    public Optional<LeaseRow> read() throws LeaseStoreException {
        return hanging().read();
    }

    @Override
    public boolean take(Optional<LeaseRow> seen, LeaseRow mine) throws LeaseStoreException {
        return hanging().take(seen, mine);
    }

    @Override
    public boolean renew(LeaseRow mine) throws LeaseStoreException {
        return hanging().renew(mine);
    }

    @Override
    public void release(LeaseRow mine, long epoch) throws LeaseStoreException {
        hanging().release(mine, epoch);
    }

    @Override
    public void close() {
        store.close();
    }

    private LeaseStore hanging() {
        try {
            assertOpen(frozen.get().await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return store;
    }

    private static void assertOpen(boolean open) {
        if (!open) {
            throw new AssertionError("the test has not ended");
        }
    }
}
