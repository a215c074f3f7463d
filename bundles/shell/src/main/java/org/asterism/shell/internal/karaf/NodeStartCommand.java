package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.servernode.ServerNode;

/** {@code asterism:node-start}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "node-start",
        description = "Starts a server node that is stopped, failed or quarantined")
public final class NodeStartCommand extends NodeCommand {

    @Override
    String verb() {
        return "start";
    }

    @Override
    void ask(ServerNode node) {
        node.start();
    }
}
