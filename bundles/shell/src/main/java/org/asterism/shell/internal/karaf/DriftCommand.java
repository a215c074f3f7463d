package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.deploying.DriftListing;

/** {@code asterism:drift}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "drift",
        description = "Lists what nodes differ in from what is deployed, since when and why",
        detailedDescription = """
                What was installed by hand on one node is "extra": it stays, and
                a command below the list makes it cluster-wide. With --fail the
                command fails if there is any difference.

                  asterism:drift --json
                """)
public final class DriftCommand extends DeployingCommand {

    @Option(name = "--fail", description = "Fail if a node differs")
    private boolean fail;

    @Override
    public Object execute() throws Exception {
        DriftListing listing =
                deploying(deploying -> new DriftListing(deploying.state().drift()));
        show(listing);
        if (fail && !listing.drift().isEmpty()) {
            throw new IllegalStateException("there is drift");
        }
        return null;
    }
}
