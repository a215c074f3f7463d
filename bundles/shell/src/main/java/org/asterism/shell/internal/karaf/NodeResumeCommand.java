package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.servernode.ServerNode;

/** {@code asterism:node-resume}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "node-resume",
        description = "Has a server node that was drained or isolated get requests again as before")
public final class NodeResumeCommand extends NodeCommand {

    @Override
    String verb() {
        return "resume";
    }

    @Override
    void ask(ServerNode node) {
        node.resume();
    }
}
