package org.asterism.hub.internal.osgi;

import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.asterism.hub.internal.artemis.HubStartException;
import org.asterism.hub.internal.jdbc.LeaseKeeper;
import org.asterism.hub.internal.standby.Arbitration;
import org.asterism.hub.internal.standby.Decision;
import org.asterism.hub.internal.standby.HubRole;
import org.asterism.hub.internal.standby.LeaseStore;
import org.asterism.hub.internal.standby.Mandate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of several hubs: starts and stops the message server as the arbitration decides. */
final class StandbyHub implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StandbyHub.class);

    private final HubLife life;
    private final Executor executor;
    private final Consumer<HubStartException> failure;
    private final LeaseKeeper keeper;
    private boolean closed;

    /**
     * @param executor one thread, on which the message server is started and stopped
     * @param failure told, on that thread, if the message server does not start; this is closed then
     */
    StandbyHub(
            HubLife life,
            Arbitration arbitration,
            LeaseStore store,
            Executor executor,
            Consumer<HubStartException> failure) {
        this.life = life;
        this.executor = executor;
        this.failure = failure;
        this.keeper = new LeaseKeeper(arbitration, store, HubSettings::clockEpoch, this::decided);
    }

    void start() {
        keeper.start();
    }

    HubRole role() {
        return keeper;
    }

    /** Stops the message server, and then lets another hub take over. */
    @Override
    public synchronized void close() {
        closed = true;
        life.stop();
        keeper.close();
    }

    private void decided(Decision decision) {
        try {
            executor.execute(() -> carryOut(decision));
        } catch (RejectedExecutionException e) {
            LOG.debug("Closed before it could {}", decision, e);
        }
    }

    private void carryOut(Decision decision) {
        if (decision instanceof Decision.Activate activate) {
            activate(activate.epoch());
        } else if (decision instanceof Decision.StepDown down) {
            stepDown(down.cause());
        }
    }

    private synchronized void activate(long epoch) {
        if (closed || !keeper.isActive(epoch)) {
            return;
        }
        LOG.info("Hub: standby → active, epoch {}", epoch);
        try {
            life.start(new Mandate(OptionalLong.of(epoch), () -> keeper.isActive(epoch), this::deposed));
        } catch (HubStartException e) {
            close();
            failure.accept(e);
        }
    }

    private synchronized void stepDown(String cause) {
        if (!closed) {
            life.stop();
            LOG.warn("Hub: active → standby: {}", cause);
        }
    }

    private void deposed(long newer) {
        keeper.resign(newer, "a member has seen a newer hub: its epoch is " + newer);
    }
}
