package org.asterism.deploying.internal.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.asterism.deploying.Deploying;
import org.asterism.deploying.Following;
import org.asterism.deploying.RolloutReport;
import org.asterism.deploying.internal.Deployed;
import org.asterism.deploying.internal.FileState;
import org.asterism.deployment.Artifact;
import org.asterism.deployment.ChangeRequest;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentKey;
import org.asterism.deployment.RollOptions;
import org.asterism.deployment.Target;

/**
 * Deploys and undeploys one file. What has the content already stays as it is, and what somebody else has put in its place is not
 * taken away: so two instances with the same file do not quarrel.
 */
public record Drop(Deploying deploying, Target target, String who) {

    private static final Duration LIMIT = Duration.ofMinutes(30);

    /**
     * Returns when all nodes have it, or one did not get it.
     *
     * @param before what was deployed from the same file
     * @throws DeploymentException if it was not deployed
     */
    Dropped deploy(Path file, FileState state, Optional<Deployed> before)
            throws IOException, DeploymentException, InterruptedException {
        String sha256 = deploying.sent(file);
        Deployment wanted = deploying.admin().describe(sha256, String.valueOf(file.getFileName()), target);
        long newest = deploying.state().newest();
        List<Deployment> there = deploying.state().deployments(newest);
        List<DeploymentKey> obsolete = before.filter(old -> !old.key().equals(wanted.key()) && has(there, old))
                .map(old -> List.of(old.key()))
                .orElse(List.of());
        Deployed deployed = new Deployed(state, sha256, wanted.key());
        if (!has(there, deployed) || !obsolete.isEmpty()) {
            ChangeRequest change =
                    new ChangeRequest(List.of(wanted), obsolete, who, RollOptions.ROLLING, Optional.of(newest));
            return new Dropped(deployed, followed(deploying.admin().apply(change)));
        }
        return new Dropped(deployed, Optional.empty());
    }

    /**
     * Returns when no node has it any more, or at once if something else has taken its place.
     *
     * @return why a node still has it, if that is so
     */
    Optional<String> undeploy(Deployed deployed) throws DeploymentException, InterruptedException {
        long newest = deploying.state().newest();
        if (!has(deploying.state().deployments(newest), deployed)) {
            return Optional.empty();
        }
        ChangeRequest change =
                new ChangeRequest(List.of(), List.of(deployed.key()), who, RollOptions.ROLLING, Optional.of(newest));
        return followed(deploying.admin().apply(change));
    }

    private static boolean has(List<Deployment> there, Deployed deployed) {
        return there.stream()
                .anyMatch(one -> one.key().equals(deployed.key())
                        && one.artifact().map(Artifact::sha256).equals(Optional.of(deployed.sha256())));
    }

    /** Why it has failed, if it has. */
    private Optional<String> followed(long generation) throws DeploymentException, InterruptedException {
        RolloutReport report = new Following(deploying.state(), deploying.progress()).await(generation, LIMIT);
        return report.succeeded() ? Optional.empty() : Optional.of(report.summary());
    }
}
