package org.asterism.deploytool;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.asterism.deploying.DeployOrder;
import org.asterism.deploying.DeployReport;
import org.asterism.deploying.Deploying;
import org.asterism.deploying.DeploymentListing;
import org.asterism.deploying.DriftListing;
import org.asterism.deploying.Following;
import org.asterism.deploying.GenerationListing;
import org.asterism.deploying.PlanReport;
import org.asterism.deploying.RolloutReport;
import org.asterism.deployment.ChangeRequest;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.Target;
import org.asterism.deploytool.DeployTool.Outcome;

/** What somebody wants to have done, and that it is done. */
record Errand(Arguments said, Deploying deploying) {

    private static final int HISTORY = 20;
    private static final Duration LIMIT = Duration.ofMinutes(30);

    Outcome run() throws IOException, DeploymentException, InterruptedException {
        return switch (said.verb()) {
            case "deploy" -> deploy();
            case "undeploy" -> followed(deploying.undeploy(names(), said.targets(), who(), said.roll()));
            case "rollback" -> followed(deploying.rollback(said.number("--generation"), who(), said.roll()));
            case "drift" -> drift();
            default -> new Outcome(listing(), true);
        };
    }

    private Outcome deploy() throws IOException, DeploymentException, InterruptedException {
        List<String> words = names();
        if (words.size() != 1) {
            throw new IllegalArgumentException("deploy one file or URL at a time, not " + words.size());
        }
        ChangeRequest request = deploying.prepare(order(words.get(0)));
        if (said.has("--dry-run")) {
            PlanReport plan = new PlanReport(deploying.admin().plan(request));
            return new Outcome(plan, plan.isPossible());
        }
        return followed(deploying.admin().apply(request));
    }

    private DeployOrder order(String source) {
        List<Target> targets = said.targets();
        return new DeployOrder(
                source,
                said.find("--feature"),
                said.find("--context-path"),
                targets.isEmpty() ? List.of(Target.CLUSTER) : targets,
                who(),
                said.roll());
    }

    private Outcome followed(long generation) throws DeploymentException, InterruptedException {
        if (said.has("--no-wait")) {
            return new Outcome(new Stored(generation), true);
        }
        RolloutReport report = new Following(deploying.state(), deploying.progress())
                .await(generation, said.seconds("--timeout", LIMIT));
        return new Outcome(report, report.succeeded());
    }

    private Outcome drift() throws DeploymentException {
        DriftListing listing = new DriftListing(deploying.state().drift());
        return new Outcome(listing, !said.has("--fail") || listing.drift().isEmpty());
    }

    private DeployReport listing() throws DeploymentException {
        if (said.has("--history")) {
            int limit = said.number("--limit").map(Long::intValue).orElse(HISTORY);
            return new GenerationListing(deploying.state().generations(limit));
        }
        return DeploymentListing.of(deploying.state(), said.number("--generation"));
    }

    private List<String> names() {
        if (said.words().isEmpty()) {
            throw new IllegalArgumentException("say what is to be " + said.verb() + "ed");
        }
        return said.words();
    }

    private String who() {
        return said.find("--who").orElse("asterism");
    }

    /** A change that nobody waits for. */
    private record Stored(long generation) implements DeployReport {

        @Override
        public String text() {
            return "generation " + generation + " is stored; asterism deployments shows how it comes to the nodes\n";
        }

        @Override
        public Object document() {
            return Map.of("generation", generation);
        }
    }
}
