package org.asterism.sessions.internal.jetty;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.asterism.sessions.internal.SessionStore;
import org.asterism.sessions.internal.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the store is, if there is one. Until it has been there for the first time sessions live in memory; from then on they
 * never do again, for the other nodes would not see them.
 */
public final class StoreGate {

    private static final Logger LOG = LoggerFactory.getLogger(StoreGate.class);

    private final CountDownLatch first = new CountDownLatch(1);
    private final AtomicBoolean warned = new AtomicBoolean();
    private final long deadline;
    private volatile SessionStore store;
    private volatile boolean closed;

    /** @param patience how long from now on requests wait for it */
    public StoreGate(Duration patience) {
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /** @param newStore null: it is gone */
    public void set(SessionStore newStore) {
        boolean isFirst = first.getCount() > 0;
        store = newStore;
        if (newStore != null) {
            first.countDown();
        }
        if (newStore != null && isFirst) {
            LOG.info("HTTP sessions are kept in the shared database");
        }
    }

    /** Whether sessions are in the database; or would be, if it could be reached. */
    boolean isShared() {
        return first.getCount() == 0 && !closed;
    }

    /** The store; empty if sessions live in memory. */
    Optional<SessionStore> now() throws StoreException {
        SessionStore current = store;
        if (current == null && isShared()) {
            throw new StoreException("the shared database of the HTTP sessions is not there");
        }
        if (current == null && !closed && System.nanoTime() - deadline >= 0 && warned.compareAndSet(false, true)) {
            LOG.warn("HTTP sessions live in the memory of this node and end with it: there is no shared database");
        }
        return closed ? Optional.empty() : Optional.ofNullable(current);
    }

    /** Like {@link #now}, after a while if the container has just started: the client may come with a session of another node. */
    Optional<SessionStore> await() throws StoreException {
        long left = deadline - System.nanoTime();
        if (first.getCount() > 0 && left > 0 && !closed) {
            awaitFirst(left);
        }
        return now();
    }

    private void awaitFirst(long nanos) throws StoreException {
        try {
            boolean unused = first.await(nanos, TimeUnit.NANOSECONDS); // now() looks
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting for the shared database", e);
        }
    }

    /** Sessions live in memory from now on, without a word. */
    public void close() {
        closed = true;
        first.countDown();
    }
}
