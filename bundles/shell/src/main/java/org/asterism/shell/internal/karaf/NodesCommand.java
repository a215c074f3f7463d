package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.shell.internal.NodeListing;

/** {@code asterism:nodes}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "nodes",
        description = "Lists the server nodes of the cluster as this container knows them; asks nobody")
public final class NodesCommand extends ShellCommand {

    @Override
    public Object execute() {
        show(new NodeListing(new Nodes(lookup()).list()));
        return null;
    }
}
