package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.servernode.ServerNode;

/** {@code asterism:node-stop}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "node-stop",
        description = "Stops a server node until it is started, or its instance is")
public final class NodeStopCommand extends NodeCommand {

    @Override
    String verb() {
        return "stop";
    }

    @Override
    void ask(ServerNode node) {
        node.stop();
    }
}
