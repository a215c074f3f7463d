package org.asterism.shell.internal.karaf;

import java.time.Duration;
import org.apache.karaf.shell.api.action.Option;
import org.asterism.deploying.Deploying;
import org.asterism.deploying.Following;
import org.asterism.deploying.RolloutReport;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.RollOptions;

/** A command that changes what is deployed. */
abstract class RollCommand extends DeployingCommand {

    @Option(
            name = "--at-once",
            description = "All nodes at the same time, without draining: requests may fail meanwhile")
    private boolean atOnce;

    @Option(name = "--all-back", description = "If a node fails all nodes go back, not only that one")
    private boolean allBack;

    @Option(name = "--force", description = "Also nodes that are the only one that serves an application")
    private boolean force;

    @Option(name = "--drain", description = "How many seconds requests under way may take to finish")
    private long drain = RollOptions.ROLLING.drain().toSeconds();

    @Option(name = "--node-limit", description = "How many seconds one node may take to be healthy again")
    private long nodeLimit = RollOptions.ROLLING.nodeLimit().toSeconds();

    @Option(name = "--wait", description = "Wait until all nodes have it; fail if one does not get it")
    private boolean wait;

    @Option(name = "--timeout", description = "How many seconds --wait waits")
    private long timeout = 1_800;

    final RollOptions options() {
        return new RollOptions(atOnce, allBack, force, Duration.ofSeconds(drain), Duration.ofSeconds(nodeLimit));
    }

    /** Tells which generation it is, or follows it to its end. */
    final void finish(Deploying deploying, long generation) throws DeploymentException, InterruptedException {
        if (!wait) {
            show(new Begun(generation));
            return;
        }
        RolloutReport report =
                new Following(deploying.state(), this::progress).await(generation, Duration.ofSeconds(timeout));
        show(report);
        if (!report.succeeded()) {
            throw new IllegalStateException(report.summary());
        }
    }
}
