package org.asterism.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.Target;
import org.asterism.launcher.status.ClusterStatus;
import org.asterism.launcher.status.State;
import org.asterism.launcher.status.StatusReader;

/** What was started and is not up. */
record PartsCheck(Cluster cluster) implements Check {

    @Override
    public String name() {
        return "parts";
    }

    @Override
    public List<Finding> findings() throws IOException, InterruptedException, LauncherException {
        ClusterStatus status = new StatusReader(cluster).read();
        List<Part> parts = new ArrayList<>();
        for (ClusterStatus.Hub hub : status.hubs()) {
            parts.add(part(Target.parse(hub.name()), hub.state().name(), "", "start hub"));
        }
        for (ClusterStatus.Instance instance : status.instances()) {
            Target target = Target.parse(instance.name());
            String start = "start instance " + instance.name();
            parts.add(part(target, instance.state().name(), "", start));
            boolean up = instance.state() != State.DOWN;
            for (ClusterStatus.Node node : instance.nodes()) {
                String again = up ? "shell " + instance.name() + " asterism:node-start " + node.id() : start;
                parts.add(part(Target.parse(node.id()), node.state(), node.reason(), again));
            }
        }
        List<Finding> findings = new ArrayList<>(judge(parts));
        status.problems().forEach(problem -> findings.add(Finding.problem("parts", problem, "see 'asterism status'")));
        return findings.isEmpty() ? List.of(Finding.ok("parts", told(parts))) : findings;
    }

    /**
     * A part of the cluster.
     *
     * @param remembered whether it was started, and nobody has stopped it since
     * @param again the command that starts it again
     * @param log where it says why
     */
    record Part(String name, String state, String reason, boolean remembered, String again, String log) {}

    static List<Finding> judge(List<Part> parts) {
        List<Finding> findings = new ArrayList<>();
        for (Part part : parts) {
            String why = part.reason().isEmpty() ? "" : ": " + part.reason();
            switch (part.state()) {
                case "QUARANTINED" ->
                    findings.add(Finding.problem(
                            "parts",
                            part.name() + " died too often and stays down" + why,
                            "see " + part.log() + ", then 'asterism " + part.again() + "'"));
                case "DOWN", "FAILED" -> {
                    if (part.remembered()) {
                        findings.add(Finding.problem(
                                "parts",
                                part.name() + " was started and does not run" + why,
                                "see " + part.log() + ", then 'asterism " + part.again() + "'"));
                    }
                }
                case "UNREACHABLE" ->
                    findings.add(Finding.problem(
                            "parts", part.name() + " runs but does not answer" + why, "see " + part.log()));
                default -> {
                    // as it shall be, on its way, or told by those who know more
                }
            }
        }
        return findings;
    }

    private static String told(List<Part> parts) {
        long up = parts.stream().filter(part -> part.state().equals("UP")).count();
        return up + " of " + parts.size() + " are up, none has failed";
    }

    private Part part(Target target, String state, String reason, String again) throws LauncherException {
        var layout = cluster.container(target);
        boolean remembered = Files.exists(layout.processRecord());
        return new Part(
                target.name(), state, reason, remembered, again, layout.log().toString());
    }
}
