package org.asterism.hub.internal.jdbc;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.asterism.hub.internal.standby.Arbitration;
import org.asterism.hub.internal.standby.Attempt;
import org.asterism.hub.internal.standby.Decision;
import org.asterism.hub.internal.standby.HubRole;
import org.asterism.hub.internal.standby.LeaseStore;
import org.asterism.hub.internal.standby.LeaseStoreException;
import org.asterism.hub.internal.standby.Outcome;
import org.asterism.hub.internal.standby.Tenure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an arbitration going. One thread talks to the database and may hang there; another one watches the tenure, so that
 * this hub steps down in time whatever the database does.
 */
public final class LeaseKeeper implements HubRole, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);
    private static final long WATCH_MILLIS = 20;
    private static final long GOOD_BYE_MILLIS = 2000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Arbitration arbitration;
    private final LeaseStore store;
    private final LongSupplier clockEpoch;
    private final Consumer<Decision> decisions;
    private final Thread asking = new Thread(this::ask, "asterism-hub-lease");
    private final Thread watching = new Thread(this::watch, "asterism-hub-lease-watch");
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Tenure tenure = Tenure.NONE;
    private String told = "";
    private long troubledSince;

    /**
     * Does nothing before {@link #start}.
     *
     * @param store is closed with this
     * @param clockEpoch the lowest epoch to take
     * @param decisions gets each decision but to wait, in order, on a thread that must not be kept waiting
     */
    public LeaseKeeper(
            Arbitration arbitration, LeaseStore store, LongSupplier clockEpoch, Consumer<Decision> decisions) {
        this.arbitration = arbitration;
        this.store = store;
        this.clockEpoch = clockEpoch;
        this.decisions = decisions;
    }

    /** Begins. */
    public void start() {
        troubledSince = System.nanoTime();
        asking.setDaemon(true);
        watching.setDaemon(true);
        asking.start();
        watching.start();
    }

    @Override
    public synchronized State state() {
        return arbitration.state(System.nanoTime());
    }

    /** Whether this hub is active with this epoch, at this very moment. Never blocks. */
    public boolean isActive(long epoch) {
        return tenure.holds(epoch, System.nanoTime());
    }

    /** Gives up being active, so that a hub with a higher epoch than this one takes over. */
    public synchronized void resign(long epoch, String cause) {
        decide(arbitration.resign(epoch, cause));
    }

    /** When the hub is stopped already: gives the row back. Waits two seconds at most. */
    @Override
    public void close() {
        retire();
        closing.countDown();
        try {
            asking.join(GOOD_BYE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() {
        try (store) {
            while (!isOver()) {
                attempt();
                closing.await(pause(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            LOG.debug("Interrupted", e);
        }
    }

    private void attempt() {
        Attempt attempt = next();
        Outcome outcome;
        try {
            outcome = attempt.at(store);
        } catch (LeaseStoreException e) {
            LOG.debug("{} failed", attempt, e);
            outcome = new Outcome.Failed(e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("{} failed", attempt, e);
            outcome = new Outcome.Failed(e.toString());
        }
        apply(outcome);
    }

    private synchronized Attempt next() {
        long now = System.nanoTime();
        decide(arbitration.tick(now));
        return arbitration.next(clockEpoch.getAsLong(), now);
    }

    private synchronized void apply(Outcome outcome) {
        decide(arbitration.apply(outcome, System.nanoTime()));
        tell();
    }

    private void watch() {
        try {
            while (!closing.await(WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
                tick();
            }
        } catch (InterruptedException e) {
            LOG.debug("Interrupted", e);
        }
    }

    private synchronized void tick() {
        decide(arbitration.tick(System.nanoTime()));
    }

    private synchronized long pause() {
        return arbitration.pause(System.nanoTime());
    }

    private synchronized void retire() {
        decide(arbitration.retire("the hub stops"));
    }

    private synchronized boolean isOver() {
        return arbitration.isOver();
    }

    private void decide(Decision decision) {
        tenure = arbitration.tenure();
        if (!(decision instanceof Decision.Wait)) {
            decisions.accept(decision);
        }
    }

    /** Says each state of a standby once, however often it is seen; trouble only if it lasts. */
    private void tell() {
        State state = arbitration.state(System.nanoTime());
        boolean troubled = !state.remark().isEmpty();
        if (!troubled) {
            troubledSince = System.nanoTime();
        }
        String news = troubled ? "trouble" : state.toString();
        if (news.equals(told) || (troubled && System.nanoTime() - troubledSince < PATIENCE_NANOS)) {
            return;
        }
        told = news;
        if (state.role() == Role.STANDBY && !state.active().isEmpty()) {
            LOG.info("Hub is standby: {} is active, epoch {}", state.active(), state.epoch());
        } else if (troubled) {
            LOG.warn("Hub is standby and no one can be active: {}", state.remark());
        }
    }
}
