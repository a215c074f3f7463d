package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.shell.internal.NodeListing;
import org.asterism.shell.internal.Report;

/** {@code asterism:nodes}. */
@Service
@Command(scope = Scope.NAME, name = "nodes", description = "Lists the server nodes of the cluster")
public final class NodesCommand extends ReportCommand {

    @Override
    Report report(Lookup lookup) {
        return new NodeListing(new Nodes(lookup.context()).list());
    }
}
