package org.asterism.deploying;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.NodeProgress;
import org.asterism.deployment.Rollout;
import org.asterism.deployment.RolloutState;

/** How a change has ended, or how far it is. */
public record RolloutReport(Rollout rollout, List<Deployment> deployments) implements DeployReport {

    /** With a copy of the list. */
    public RolloutReport {
        deployments = List.copyOf(deployments);
    }

    /** Whether all nodes have it. */
    public boolean succeeded() {
        return rollout.state() == RolloutState.DONE;
    }

    @Override
    public String text() {
        Columns table = new Columns("NODE", "STEP", "WHY");
        rollout.nodes().forEach(node -> table.add(node.node(), RolloutLines.words(node.step()), node.detail()));
        return (rollout.nodes().isEmpty() ? "" : table.text() + "\n") + summary() + "\n";
    }

    /** In one line. */
    public String summary() {
        return "generation " + rollout.generation() + " is " + RolloutLines.words(rollout.state())
                + RolloutLines.because(rollout.reason());
    }

    @Override
    public Object document() {
        Map<String, Object> document = new LinkedHashMap<>(state(rollout));
        document.put(
                "deployments",
                deployments.stream().map(DeploymentListing::document).toList());
        return document;
    }

    static Map<String, Object> state(Rollout rollout) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("generation", rollout.generation());
        document.put("from", rollout.from());
        document.put("state", rollout.state().name());
        document.put("reason", rollout.reason());
        document.put("roller", rollout.roller().map(MemberId::value).orElse(null));
        document.put("since", rollout.since().toString());
        document.put("nodes", rollout.nodes().stream().map(RolloutReport::node).toList());
        return document;
    }

    private static Map<String, Object> node(NodeProgress node) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("node", node.node().value());
        document.put("step", node.step().name());
        document.put("detail", node.detail());
        document.put("since", node.since().toString());
        return document;
    }

    /** Of one that is still under way. */
    public static Optional<RolloutReport> of(Optional<Rollout> rollout, List<Deployment> deployments) {
        return rollout.map(known -> new RolloutReport(known, deployments));
    }
}
