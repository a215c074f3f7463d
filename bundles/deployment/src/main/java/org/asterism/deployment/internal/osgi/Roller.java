package org.asterism.deployment.internal.osgi;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.NodePlan;
import org.asterism.deployment.NodeStep;
import org.asterism.deployment.Rollout;
import org.asterism.deployment.RolloutState;
import org.asterism.deployment.internal.DeploymentSettings;
import org.asterism.deployment.internal.NodeAccount;
import org.asterism.deployment.internal.RollEffect;
import org.asterism.deployment.internal.RollObservation;
import org.asterism.deployment.internal.RolloutMachine;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockException;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rolls whatever waits to be rolled, or was left in the middle by another roller, as soon as the lock of the cluster is to be had. Each instance has
 * one; who gets the lock rolls. For one thread.
 */
final class Roller {

    static final LockKey LOCK = LockKey.of("asterism", "roll");

    private static final Logger LOG = LoggerFactory.getLogger(Roller.class);

    /** A node that was just readmitted is looked at a moment later. */
    private static final long READMITTED_MILLIS = 50;

    private final ClusterService cluster;
    private final LockService locks;
    private final Tables tables;
    private final RemoteNodes nodes;
    private final Announcement announcement;
    private final DeploymentSettings settings;
    private final Clock clock = Clock.systemUTC();

    Roller(
            ClusterService cluster,
            LockService locks,
            Tables tables,
            RemoteNodes nodes,
            Announcement announcement,
            DeploymentSettings settings) {
        this.cluster = cluster;
        this.locks = locks;
        this.tables = tables;
        this.nodes = nodes;
        this.announcement = announcement;
        this.settings = settings;
    }

    /** Rolls until nothing is left to be rolled, unless somebody else does. */
    void round() throws DeploymentException, InterruptedException {
        if (tables.rollouts().open().isEmpty()) {
            return;
        }
        try {
            Optional<HeldLock> lock = locks.tryAcquire(LOCK, LockMode.EXCLUSIVE);
            if (lock.isPresent()) {
                rollAll(lock.get());
            }
        } catch (LockException e) {
            throw new DeploymentException(
                    "a generation waits to be rolled, but there is no cluster lock to be had: " + e.getMessage(), e);
        }
    }

    private void rollAll(HeldLock lock) throws DeploymentException, InterruptedException {
        try (lock) {
            Optional<Long> open = tables.rollouts().open();
            while (open.isPresent() && lock.isValid() && begin(open.get(), lock.fencingToken())) {
                roll(open.get(), lock);
                open = tables.rollouts().open();
            }
        }
    }

    private boolean begin(long generation, long token) throws DeploymentException {
        boolean mine = tables.rollouts().take(generation, cluster.self(), token);
        if (mine) {
            Rollout rollout = tables.rollouts().find(generation).orElseThrow();
            if (rollout.state() == RolloutState.WAITING) {
                tables.rollouts().from(generation, token, tables.generations().stable());
            }
            LOG.info("generation {} is rolled from here, {}", generation, rollout.state());
        }
        return mine;
    }

    private void roll(long generation, HeldLock lock) throws DeploymentException, InterruptedException {
        while (lock.isValid()) {
            Rollout rollout = tables.rollouts().find(generation).orElseThrow();
            if (rollout.state().isOver()) {
                LOG.info("generation {}: {} {}", generation, rollout.state(), rollout.reason());
                announcement.tell(generation);
                return;
            }
            List<RollEffect> effects = RolloutMachine.next(observed(rollout));
            for (RollEffect effect : effects) {
                if (!carryOut(generation, lock.fencingToken(), effect)) {
                    LOG.warn("generation {} is rolled by somebody else meanwhile", generation);
                    return;
                }
            }
            if (effects.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(settings.rollPoll().toMillis());
            }
        }
        LOG.warn("the lock {} was lost; whoever gets it goes on with generation {}", LOCK, generation);
    }

    private RollObservation observed(Rollout rollout) throws DeploymentException {
        Map<MemberId, NodeAccount> accounts = new TreeMap<>();
        tables.nodes().accounts().forEach(dated -> accounts.put(dated.account().node(), dated.account()));
        Set<MemberId> members = cluster.view().members().stream()
                .filter(member -> member.kind() == MemberKind.SERVER_NODE)
                .map(Member::id)
                .collect(Collectors.toSet());
        return new RollObservation(rollout, nodes.statuses(), accounts, members, settings.settle(), clock.instant());
    }

    /** False if somebody else has the lock. */
    private boolean carryOut(long generation, long token, RollEffect effect)
            throws DeploymentException, InterruptedException {
        if (effect instanceof RollEffect.Enter enter) {
            LOG.info("generation {} → {} {}", generation, enter.state(), enter.reason());
            return tables.rollouts().enter(generation, token, enter.state(), enter.reason());
        }
        if (effect instanceof RollEffect.Step step) {
            return step(generation, token, step);
        }
        if (effect instanceof RollEffect.Preflight preflight) {
            return preflight(generation, token, preflight.node());
        }
        if (effect instanceof RollEffect.Withdraw withdraw) {
            nodes.withdraw(withdraw.node());
        } else if (effect instanceof RollEffect.Readmit readmit) {
            nodes.readmit(readmit.node());
            TimeUnit.MILLISECONDS.sleep(READMITTED_MILLIS);
        }
        return true;
    }

    private boolean step(long generation, long token, RollEffect.Step step) throws DeploymentException {
        LOG.info("generation {}: {} → {} {}", generation, step.node(), step.step(), step.detail());
        boolean mine = tables.rollouts().step(generation, token, step.node(), step.step(), step.detail());
        if (step.step() == NodeStep.APPLYING || step.step() == NodeStep.GOING_BACK) {
            announcement.tell(generation);
        }
        return mine;
    }

    private boolean preflight(long generation, long token, MemberId node) throws DeploymentException {
        Optional<NodePlan> plan =
                nodes.plan(node, tables.generations().state(generation).deployments());
        if (plan.isEmpty()) {
            return true;
        }
        List<String> problems = plan.get().problems();
        RolloutState state = problems.isEmpty() ? RolloutState.RUNNING : RolloutState.FAILED;
        String reason =
                problems.isEmpty() ? "" : "no node was touched; " + node + " says: " + String.join("; ", problems);
        LOG.info("generation {} → {} {}", generation, state, reason);
        return tables.rollouts().enter(generation, token, state, reason);
    }
}
