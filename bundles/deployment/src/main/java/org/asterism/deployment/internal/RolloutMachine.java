package org.asterism.deployment.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.NodeProgress;
import org.asterism.deployment.NodeStep;
import org.asterism.deployment.Rollout;
import org.asterism.deployment.RolloutState;
import org.asterism.deployment.internal.RollEffect.Enter;
import org.asterism.deployment.internal.RollEffect.Preflight;
import org.asterism.deployment.internal.RollEffect.Step;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;

/**
 * Brings a generation to the nodes. Everything it knows is written down in the {@link Rollout}, so that another roller goes on where one has
 * died. Deterministic; never reads the clock.
 *
 * <ol>
 *   <li>No node is touched before one was asked whether the generation can be applied.
 *   <li>Unless it is done at once, at most one node is away at a time.
 *   <li>A node that fails goes back before anything else happens.
 *   <li>A generation is DONE only if every node that is there has it.
 * </ol>
 */
public final class RolloutMachine {

    private static final Set<NodeStep> UNDER_WAY =
            EnumSet.of(NodeStep.DRAINING, NodeStep.APPLYING, NodeStep.VERIFYING, NodeStep.GOING_BACK);
    private static final Set<NodeStep> BAD = EnumSet.of(NodeStep.WENT_BACK, NodeStep.FAILED);

    private RolloutMachine() {}

    /** What is to be done now, in this order; nothing if something is to be waited for. */
    public static List<RollEffect> next(RollObservation seen) {
        return switch (seen.rollout().state()) {
            case WAITING -> List.of(new Enter(RolloutState.PREFLIGHT, ""));
            case PREFLIGHT -> preflight(seen);
            case RUNNING -> running(seen);
            case GOING_BACK -> goingBack(seen);
            case DONE, FAILED, WENT_BACK, SUPERSEDED -> List.of();
        };
    }

    private static List<RollEffect> preflight(RollObservation seen) {
        Optional<MemberId> node = seen.nodes().values().stream()
                .filter(RolloutMachine::serves)
                .map(NodeStatus::id)
                .filter(id -> seen.account(id).isPresent())
                .findFirst();
        if (node.isPresent()) {
            return List.of(new Preflight(node.get()));
        }
        boolean nobody = seen.nodes().isEmpty() && seen.members().isEmpty();
        boolean over =
                seen.longerThan(seen.rollout().since(), seen.rollout().options().nodeLimit());
        if (nobody) {
            return List.of(new Enter(RolloutState.RUNNING, ""));
        }
        return over ? List.of(new Enter(RolloutState.FAILED, "no server node was UP: mend that first")) : List.of();
    }

    private static List<RollEffect> running(RollObservation seen) {
        List<RollEffect> newcomers = newcomers(seen);
        if (!newcomers.isEmpty()) {
            return newcomers;
        }
        List<NodeProgress> underWay = with(seen.rollout(), UNDER_WAY);
        if (!underWay.isEmpty()) {
            return underWay.stream().flatMap(one -> NodeRoll.goOn(seen, one)).toList();
        }
        List<NodeProgress> bad = with(seen.rollout(), BAD);
        if (!bad.isEmpty()) {
            return List.of(ended(seen.rollout(), bad.get(0)));
        }
        List<NodeProgress> pending = with(seen.rollout(), EnumSet.of(NodeStep.PENDING));
        if (pending.isEmpty()) {
            return List.of(new Enter(RolloutState.DONE, ""));
        }
        return pending.stream()
                .limit(seen.rollout().options().atOnce() ? pending.size() : 1)
                .flatMap(one -> NodeRoll.begin(seen, one))
                .toList();
    }

    private static Enter ended(Rollout rollout, NodeProgress bad) {
        RolloutState state = rollout.options().allBack() ? RolloutState.GOING_BACK : RolloutState.FAILED;
        return new Enter(state, bad.node() + ": " + bad.detail());
    }

    private static List<RollEffect> newcomers(RollObservation seen) {
        Set<MemberId> known =
                seen.rollout().nodes().stream().map(NodeProgress::node).collect(Collectors.toSet());
        return Stream.concat(seen.nodes().keySet().stream(), seen.members().stream())
                .filter(node -> !known.contains(node))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .<RollEffect>map(node -> new Step(node, NodeStep.PENDING, ""))
                .toList();
    }

    private static List<RollEffect> goingBack(RollObservation seen) {
        List<NodeProgress> underWay = with(seen.rollout(), UNDER_WAY);
        if (!underWay.isEmpty()) {
            return underWay.stream().flatMap(one -> NodeRoll.goOn(seen, one)).toList();
        }
        List<NodeProgress> done = with(seen.rollout(), EnumSet.of(NodeStep.DONE));
        if (done.isEmpty()) {
            boolean all = with(seen.rollout(), EnumSet.of(NodeStep.FAILED)).isEmpty();
            return List.of(new Enter(
                    all ? RolloutState.WENT_BACK : RolloutState.FAILED,
                    seen.rollout().reason()));
        }
        List<RollEffect> effects = new ArrayList<>();
        done.stream()
                .limit(seen.rollout().options().atOnce() ? done.size() : 1)
                .forEach(one -> effects.addAll(NodeRoll.back(seen, one)));
        return effects;
    }

    private static List<NodeProgress> with(Rollout rollout, Set<NodeStep> steps) {
        return rollout.nodes().stream()
                .filter(progress -> steps.contains(progress.step()))
                .toList();
    }

    private static boolean serves(NodeStatus node) {
        return node.state() == NodeState.UP || node.state() == NodeState.DRAINING;
    }
}
