package org.asterism.deployment.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.NodeProgress;
import org.asterism.deployment.NodeStep;
import org.asterism.deployment.RollOptions;
import org.asterism.deployment.RolloutState;
import org.asterism.deployment.internal.RollEffect.Enter;
import org.asterism.deployment.internal.RollEffect.Readmit;
import org.asterism.deployment.internal.RollEffect.Step;
import org.asterism.deployment.internal.RollEffect.Withdraw;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;

/**
 * One node within a roll: what its step and what is seen of it make of it. That a node is withdrawn is written down before it is, and that it is
 * readmitted afterwards: so no node stays withdrawn because a roller died.
 */
final class NodeRoll {

    /** So long its instance's service may take to appear. */
    private static final Duration ORPHAN = Duration.ofSeconds(5);

    private NodeRoll() {}

    /** Its turn has come. */
    static Stream<RollEffect> begin(RollObservation seen, NodeProgress one) {
        MemberId node = one.node();
        Optional<NodeStatus> status = seen.status(node);
        RollOptions options = seen.rollout().options();
        if (seen.account(node)
                .filter(account -> account.has(seen.rollout().generation()))
                .isPresent()) {
            return Stream.of(new Step(node, NodeStep.DONE, ""));
        }
        if (status.filter(NodeRoll::comes).isEmpty() && !seen.members().contains(node)) {
            return Stream.of(new Step(node, NodeStep.SKIPPED, "was not there; it gets the generation when it starts"));
        }
        if (isOrphan(seen, node) && seen.longerThan(one.since(), ORPHAN)) {
            return Stream.of(new Step(node, NodeStep.APPLYING, "its instance is away: it gets no requests"));
        }
        if (status.filter(NodeRoll::serves).isEmpty()) {
            return seen.longerThan(one.since(), options.nodeLimit())
                    ? Stream.of(
                            new Step(node, NodeStep.SKIPPED, "was not UP in time; it gets the generation by itself"))
                    : Stream.of();
        }
        if (options.atOnce()) {
            return Stream.of(new Step(node, NodeStep.APPLYING, ""));
        }
        Optional<String> alone = options.force() ? Optional.empty() : alone(seen, status.get());
        return alone.isPresent()
                ? Stream.of(new Enter(RolloutState.FAILED, alone.get()))
                : Stream.of(new Step(node, NodeStep.DRAINING, ""), new Withdraw(node));
    }

    private static Optional<String> alone(RollObservation seen, NodeStatus node) {
        List<String> only = node.applications().stream()
                .filter(application -> !goesAway(seen, application))
                .filter(application -> seen.nodes().values().stream()
                        .noneMatch(other -> !other.id().equals(node.id())
                                && other.state() == NodeState.UP
                                && other.applications().contains(application)))
                .toList();
        return seen.nodes().size() < 2 || only.isEmpty()
                ? Optional.empty()
                : Optional.of("no other server node that is UP has " + String.join(", ", only) + " while " + node.id()
                        + " is changed; with --force it is done all the same");
    }

    /** A node that has the generation does not have the application any more: it is undeployed. */
    private static boolean goesAway(RollObservation seen, String application) {
        return seen.rollout().nodes().stream()
                .filter(progress -> progress.step() == NodeStep.DONE)
                .flatMap(progress -> seen.status(progress.node()).stream())
                .anyMatch(status -> serves(status) && !status.applications().contains(application));
    }

    /** It is under way. */
    static Stream<RollEffect> goOn(RollObservation seen, NodeProgress one) {
        return switch (one.step()) {
            case DRAINING -> draining(seen, one);
            case APPLYING -> applying(seen, one);
            case VERIFYING -> verifying(seen, one);
            case GOING_BACK -> goingBack(seen, one);
            case PENDING, DONE, SKIPPED, WENT_BACK, FAILED -> Stream.of();
        };
    }

    private static Stream<RollEffect> draining(RollObservation seen, NodeProgress one) {
        Stream<RollEffect> again = again(seen, one);
        return seen.longerThan(one.since(), seen.settle())
                ? Stream.concat(again, Stream.of(new Step(one.node(), NodeStep.APPLYING, "")))
                : again;
    }

    private static Stream<RollEffect> applying(RollObservation seen, NodeProgress one) {
        long generation = seen.rollout().generation();
        Optional<NodeAccount> account = seen.account(one.node());
        if (account.filter(said -> said.has(generation)).isPresent()) {
            return Stream.of(new Readmit(one.node()), new Step(one.node(), NodeStep.VERIFYING, ""));
        }
        Optional<NodeAccount> failed = account.filter(said -> said.failed(generation));
        if (failed.isPresent()) {
            return Stream.of(
                    new Step(one.node(), NodeStep.GOING_BACK, failed.get().problem()));
        }
        if (seen.longerThan(one.since(), limit(seen))) {
            return Stream.of(
                    new Step(one.node(), NodeStep.GOING_BACK, "did not apply it within " + seconds(limit(seen))));
        }
        return again(seen, one);
    }

    private static Stream<RollEffect> verifying(RollObservation seen, NodeProgress one) {
        boolean has = seen.account(one.node())
                .filter(said -> said.has(seen.rollout().generation()))
                .isPresent();
        Optional<NodeStatus> status = seen.status(one.node());
        if (has && (status.filter(NodeRoll::serves).isPresent() || isOrphan(seen, one.node()))) {
            return Stream.of(new Step(one.node(), NodeStep.DONE, ""));
        }
        if (seen.longerThan(one.since(), limit(seen))) {
            return Stream.of(new Step(
                    one.node(),
                    NodeStep.GOING_BACK,
                    "was not UP with it within " + seconds(limit(seen))
                            + status.map(NodeRoll::described).orElse("")));
        }
        return Stream.of(new Readmit(one.node()));
    }

    private static Stream<RollEffect> goingBack(RollObservation seen, NodeProgress one) {
        boolean back = seen.account(one.node())
                .filter(said -> said.generation() != seen.rollout().generation() && !said.working())
                .isPresent();
        if (back) {
            return Stream.of(new Readmit(one.node()), new Step(one.node(), NodeStep.WENT_BACK, one.detail()));
        }
        return seen.longerThan(one.since(), limit(seen))
                ? Stream.of(new Step(
                        one.node(),
                        NodeStep.FAILED,
                        one.detail() + "; and it did not get back within " + seconds(limit(seen))))
                : again(seen, one);
    }

    /** A node that has it goes back because another one has failed. */
    static List<RollEffect> back(RollObservation seen, NodeProgress one) {
        Step step = new Step(one.node(), NodeStep.GOING_BACK, seen.rollout().reason());
        return seen.rollout().options().atOnce() ? List.of(step) : List.of(step, new Withdraw(one.node()));
    }

    /** An instance that was started anew has forgotten that its node is withdrawn. */
    private static Stream<RollEffect> again(RollObservation seen, NodeProgress one) {
        boolean forgotten = !seen.rollout().options().atOnce()
                && seen.status(one.node()).filter(NodeRoll::serves).isPresent();
        return forgotten ? Stream.of(new Withdraw(one.node())) : Stream.of();
    }

    /** Its process lives, but no instance looks after it: no dispatcher knows it, and nobody can say that it is UP. */
    private static boolean isOrphan(RollObservation seen, MemberId node) {
        return seen.status(node).isEmpty()
                && seen.members().contains(node)
                && seen.account(node).isPresent();
    }

    private static Duration limit(RollObservation seen) {
        RollOptions options = seen.rollout().options();
        return options.drain().plus(options.nodeLimit());
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }

    private static boolean serves(NodeStatus node) {
        return node.state() == NodeState.UP || node.state() == NodeState.DRAINING;
    }

    private static boolean comes(NodeStatus node) {
        return serves(node) || node.state() == NodeState.STARTING;
    }

    private static String described(NodeStatus status) {
        return "; it is " + status.state() + (status.reason().isEmpty() ? "" : " (" + status.reason() + ")");
    }
}
