package org.asterism.deployment.internal.osgi;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.NodeStep;
import org.asterism.deployment.Rollout;
import org.asterism.deployment.internal.Applier;
import org.asterism.deployment.internal.ApplyException;
import org.asterism.deployment.internal.DeploymentSettings;
import org.asterism.deployment.internal.Difference;
import org.asterism.deployment.internal.NodeAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one node at what it should have, by what the database says; whoever announces a change only makes it look sooner. For one thread.
 */
final class NodeDeployer {

    private static final Logger LOG = LoggerFactory.getLogger(NodeDeployer.class);
    private static final long UNKNOWN = -1;

    private final MemberId node;
    private final String incarnation;
    private final Tables tables;
    private final OsgiPlatform platform;
    private final Applier applier;
    private final QuietEngine engine;
    private final DeploymentSettings settings;
    private final Runnable whenApplied;
    private final Map<String, String> failures = new HashMap<>();
    private long current = UNKNOWN;
    private long attempted = UNKNOWN;
    private long failedAt;
    private NodeAccount told;
    private List<Difference> toldDifferences;

    /** @param whenApplied called each time when the node has what it should have, or has found that it cannot have it */
    NodeDeployer(
            MemberId node,
            String incarnation,
            Tables tables,
            OsgiPlatform platform,
            QuietEngine engine,
            DeploymentSettings settings,
            Runnable whenApplied) {
        this.node = node;
        this.incarnation = incarnation;
        this.tables = tables;
        this.platform = platform;
        this.applier = new Applier(platform);
        this.engine = engine;
        this.settings = settings;
        this.whenApplied = whenApplied;
    }

    /** Looks at what it should have, and gets there. */
    void round() throws DeploymentException, InterruptedException {
        long assigned = tables.generations().assigned(node);
        if (assigned != current && !isPausing(assigned)) {
            apply(assigned);
        }
        whenApplied.run();
        if (current != UNKNOWN) {
            compare();
        }
    }

    private boolean isPausing(long assigned) {
        return assigned == attempted
                && System.nanoTime() - failedAt < settings.retry().toNanos();
    }

    private void apply(long assigned) throws DeploymentException, InterruptedException {
        Collection<Deployment> wanted = tables.generations().state(assigned).on(node);
        Optional<Collection<Deployment>> former = former();
        Optional<Rollout> roll = roll();
        LOG.info("{} gets generation {}", node, assigned);
        attempted = assigned;
        tell(new NodeAccount(node, incarnation, Math.max(current, 0), assigned, true, ""));
        Optional<ApplyException> failure = applier.apply(
                wanted,
                former,
                roll.map(one -> one.options().nodeLimit()).orElse(settings.apply()),
                () -> engine.await(roll.map(one -> one.options().drain()).orElse(Duration.ZERO)));
        failures.clear();
        if (failure.isPresent()) {
            failed(failure.get(), assigned);
        } else {
            current = assigned;
            platform.keepOnly(wanted);
            LOG.info("{} has generation {}", node, assigned);
            tell(new NodeAccount(node, incarnation, assigned, assigned, false, ""));
        }
    }

    private Optional<Collection<Deployment>> former() throws DeploymentException {
        return current == UNKNOWN
                ? Optional.empty()
                : Optional.of(tables.generations().state(current).on(node));
    }

    /** The roll in which it is this node's turn, if there is one. */
    private Optional<Rollout> roll() throws DeploymentException {
        Optional<Long> open = tables.rollouts().open();
        return open.isEmpty()
                ? Optional.empty()
                : tables.rollouts().find(open.get()).filter(this::hasItsTurn);
    }

    private boolean hasItsTurn(Rollout rollout) {
        return rollout.nodes().stream()
                .anyMatch(progress -> progress.node().equals(node)
                        && (progress.step() == NodeStep.APPLYING || progress.step() == NodeStep.GOING_BACK));
    }

    private void failed(ApplyException failure, long assigned) throws DeploymentException {
        LOG.warn("{} could not get generation {}: {}", node, assigned, failure.getMessage(), failure);
        failures.put(failure.deployment(), failure.getMessage());
        failedAt = System.nanoTime();
        tell(new NodeAccount(node, incarnation, Math.max(current, 0), assigned, false, failure.getMessage()));
    }

    private void tell(NodeAccount account) throws DeploymentException {
        if (!account.equals(told)) {
            tables.nodes().report(account);
            told = account;
        }
    }

    /** Writes down what is different now, if that is another thing than before. */
    private void compare() throws DeploymentException {
        try {
            List<Difference> differences = Difference.between(
                    tables.generations().state(current).on(node), platform.deployed(), platform.byHand(), failures);
            if (!differences.equals(toldDifferences)) {
                tables.nodes().differ(node, differences);
                toldDifferences = differences;
            }
        } catch (ApplyException e) {
            throw new DeploymentException("what is on " + node + " cannot be told: " + e.getMessage(), e);
        }
    }
}
