package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.servernode.ServerNode;

/** {@code asterism:node-restart}. */
@Service
@Command(scope = Scope.NAME, name = "node-restart", description = "Stops a server node and starts it again")
public final class NodeRestartCommand extends NodeCommand {

    @Override
    String verb() {
        return "restart";
    }

    @Override
    void ask(ServerNode node) {
        node.restart();
    }
}
