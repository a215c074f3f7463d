package org.asterism.deploying;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.deployment.Artifact;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentKind;
import org.asterism.deployment.DeploymentService;
import org.asterism.deployment.NodeReport;
import org.asterism.deployment.Rollout;

/**
 * What is deployed.
 *
 * @param generation of which the deployments are
 * @param newest the number of the newest one
 * @param stable that which all nodes had last
 * @param rollout how far the generation is, if anything was ever deployed
 */
public record DeploymentListing(
        long generation,
        long newest,
        long stable,
        List<Deployment> deployments,
        Optional<Rollout> rollout,
        List<NodeReport> nodes)
        implements DeployReport {

    /** With copies of the lists. */
    public DeploymentListing {
        deployments = List.copyOf(deployments);
        nodes = List.copyOf(nodes);
    }

    /** Of one generation, or of the newest. */
    public static DeploymentListing of(DeploymentService state, Optional<Long> number) throws DeploymentException {
        long newest = state.newest();
        long generation = number.orElse(newest);
        return new DeploymentListing(
                generation,
                newest,
                state.stable(),
                state.deployments(generation),
                generation == 0 ? Optional.empty() : state.rollout(generation),
                state.nodes());
    }

    @Override
    public String text() {
        return (deployments.isEmpty() ? "nothing is deployed\n" : table()) + "\n" + summary() + nodeTable();
    }

    private String table() {
        Columns table = new Columns("NAME", "VERSION", "KIND", "TARGET", "SIZE", "SOURCE");
        for (Deployment one : deployments) {
            table.add(
                    one.name(),
                    one.version(),
                    RolloutLines.words(one.kind()),
                    one.target(),
                    one.artifact().map(file -> Sizes.text(file.size())).orElse(""),
                    one.source());
        }
        return table.text();
    }

    private String summary() {
        return "generation " + generation + (generation == newest ? ", the newest" : " of " + newest) + "; stable is "
                + stable
                + rollout.map(roll ->
                                "; it is " + RolloutLines.words(roll.state()) + RolloutLines.because(roll.reason()))
                        .orElse("")
                + "\n";
    }

    private String nodeTable() {
        if (nodes.isEmpty()) {
            return "";
        }
        Columns table = new Columns("NODE", "GENERATION", "STATE", "PROBLEM");
        nodes.forEach(node -> table.add(node.node(), node.generation(), state(node), node.problem()));
        return "\n" + table.text();
    }

    private static String state(NodeReport node) {
        if (!node.present()) {
            return "away";
        }
        return node.working() ? "working" : "ready";
    }

    @Override
    public Object document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("generation", generation);
        document.put("newest", newest);
        document.put("stable", stable);
        document.put(
                "deployments",
                deployments.stream().map(DeploymentListing::document).toList());
        document.put("rollout", rollout.map(RolloutReport::state).orElse(null));
        document.put("nodes", nodes.stream().map(DeploymentListing::node).toList());
        return document;
    }

    static Map<String, Object> document(Deployment deployment) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", deployment.name());
        document.put("kind", deployment.kind().name());
        document.put("target", deployment.target().label());
        document.put("version", deployment.version());
        document.put("sha256", deployment.artifact().map(Artifact::sha256).orElse(null));
        document.put("size", deployment.artifact().map(Artifact::size).orElse(null));
        document.put("source", deployment.source());
        document.put(
                "properties",
                deployment.kind() == DeploymentKind.CONFIGURATION
                        ? Secrets.hidden(deployment.properties())
                        : deployment.properties());
        return document;
    }

    private static Map<String, Object> node(NodeReport node) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("node", node.node().value());
        document.put("generation", node.generation());
        document.put("working", node.working());
        document.put("present", node.present());
        document.put("problem", node.problem());
        document.put("when", node.when().toString());
        return document;
    }
}
