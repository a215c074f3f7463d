package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.servernode.ServerNode;

/** {@code asterism:node-weight}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "node-weight",
        description = "Changes the share of new requests of a server node until its instance is started anew")
public final class NodeWeightCommand extends NodeCommand {

    @Argument(index = 1, name = "weight", description = "Its share relative to others, at least 1", required = true)
    private int weight;

    @Override
    String verb() {
        return "take weight " + weight;
    }

    @Override
    void ask(ServerNode node) {
        node.setWeight(weight);
    }
}
