package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.DrainRequest;
import org.asterism.servernode.DrainResult;
import org.asterism.servernode.NodeDrainer;
import org.asterism.servernode.ServerNode;
import org.asterism.shell.internal.DrainReport;
import org.asterism.shell.internal.Patience;

/** {@code asterism:node-drain}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "node-drain",
        description = "Has a server node get no new sessions until it is resumed; it finishes what it has",
        detailedDescription = """
                Returns at once, or waits with --max, --until-sessions or --stop and
                tells in numbers what is left. Sessions are those whose last request
                was served there and whose time is not over. With Ctrl-C the node
                stays drained.

                  asterism:node-drain --max 5m --until-sessions 10 --stop a/1
                """)
public final class NodeDrainCommand extends ShellCommand {

    private static final String DEFAULT_MAX = "10m";

    @Argument(name = "id", description = "The server node, such as a/1", required = true)
    @Completion(NodeIdCompleter.class)
    private String id;

    @Option(name = "--max", description = "Wait, but not longer: 30s, 5m or 2h (default with the others: 10m)")
    private String max;

    @Option(name = "--until-sessions", description = "Wait until no more HTTP sessions are left there")
    private Integer untilSessions;

    @Option(name = "--stop", description = "Wait, then stop it, also if more sessions are left")
    private boolean stop;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        if (max == null && untilSessions == null && !stop) {
            new Nodes(lookup()).ask(id, ServerNode::drain);
            session.getConsole().println(id + " is asked to drain; asterism:nodes shows the progress");
            return null;
        }
        DrainRequest request = new DrainRequest(
                new MemberId(id),
                Patience.parse(max == null ? DEFAULT_MAX : max),
                untilSessions == null ? 0 : untilSessions,
                stop);
        DrainResult result = lookup().call(
                        NodeDrainer.class,
                        "this container is no instance: do it from one",
                        drainer -> drainer.drain(request, left -> {
                            if (!isJson()) {
                                session.getConsole().println(DrainReport.line(left));
                            }
                        }));
        show(new DrainReport(request, result));
        return null;
    }
}
