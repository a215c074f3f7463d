package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.servernode.ServerNode;

/** {@code asterism:node-drain}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "node-drain",
        description = "Has a server node get no new sessions until it is resumed; it finishes what it has")
public final class NodeDrainCommand extends NodeCommand {

    @Override
    String verb() {
        return "drain";
    }

    @Override
    void ask(ServerNode node) {
        node.drain();
    }
}
