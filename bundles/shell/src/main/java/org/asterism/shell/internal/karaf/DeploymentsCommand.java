package org.asterism.shell.internal.karaf;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.deploying.DeployReport;
import org.asterism.deploying.DeploymentListing;
import org.asterism.deploying.GenerationListing;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentService;

/** {@code asterism:deployments}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "deployments",
        description = "Lists what is deployed, how far it is, and which generation each node has",
        detailedDescription = """
                Every change is a generation; numbers only grow. Stable is the one
                that all nodes had last, and that a node gets which starts now.

                  asterism:deployments --history
                  asterism:deployments --generation 41 --json
                """)
public final class DeploymentsCommand extends DeployingCommand {

    @Option(name = "--generation", valueToShowInHelp = "the newest", description = "What this generation has")
    private Long generation;

    @Option(name = "--history", description = "Who changed what when")
    private boolean history;

    @Option(name = "--limit", description = "How many generations --history lists, at most 1000")
    private int limit = 20;

    @Override
    public Object execute() throws Exception {
        return deploying(deploying -> {
            show(report(deploying.state()));
            return null;
        });
    }

    private DeployReport report(DeploymentService state) throws DeploymentException {
        return history
                ? new GenerationListing(state.generations(limit))
                : DeploymentListing.of(state, Optional.ofNullable(generation));
    }
}
