package org.asterism.deployment.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.asterism.deployment.Deployment;

/**
 * Brings a node from what it has to what it should have: all of it or, as far as that is possible, nothing. Used by one thread at a time.
 *
 * <ol>
 *   <li>Nothing is touched before everything that is needed is there and verified.
 *   <li>If something fails the node gets what it had before.
 *   <li>What was installed by hand is never touched.
 * </ol>
 */
public final class Applier {

    private final NodePlatform platform;

    public Applier(NodePlatform platform) {
        this.platform = platform;
    }

    /** Called before anything is touched, if something is to be. */
    @FunctionalInterface
    public interface Quiet {
        void await() throws InterruptedException;
    }

    /**
     * Applies a state.
     *
     * @param former what the node goes back to; empty if it is not known
     * @param limit for everything to work
     * @return why it could not be done; empty if all is well
     */
    public Optional<ApplyException> apply(
            Collection<Deployment> wanted, Optional<Collection<Deployment>> former, Duration limit, Quiet quiet)
            throws InterruptedException {
        try {
            ApplyPlan plan = ApplyPlan.of(wanted, platform.deployed());
            platform.fetch(plan.install());
            if (!plan.isEmpty()) {
                quiet.await();
            }
            reach(wanted, plan, limit);
            return Optional.empty();
        } catch (ApplyException failure) {
            return Optional.of(back(failure, former, limit));
        }
    }

    private ApplyException back(ApplyException failure, Optional<Collection<Deployment>> former, Duration limit)
            throws InterruptedException {
        if (former.isEmpty()) {
            return failure;
        }
        try {
            ApplyPlan plan = ApplyPlan.of(former.get(), platform.deployed());
            platform.fetch(plan.install());
            reach(former.get(), plan, limit);
            return failure;
        } catch (ApplyException again) {
            failure.addSuppressed(again);
            return new ApplyException(
                    failure.deployment(),
                    failure.getMessage() + "; and the state before could not be had again: " + again.getMessage(),
                    failure);
        }
    }

    private void reach(Collection<Deployment> wanted, ApplyPlan plan, Duration limit)
            throws ApplyException, InterruptedException {
        if (!plan.isEmpty()) {
            platform.carryOut(plan);
            platform.awaitHealthy(wanted, limit);
        }
    }
}
