package org.asterism.shell.internal.karaf;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ServerNode;
import org.osgi.framework.BundleContext;

/** {@code asterism:node-isolate}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "node-isolate",
        description = "Has a server node run on without requests of dispatchers, until it is resumed",
        detailedDescription = """
                Its sessions go on at other server nodes; the node itself answers at
                the address that asterism:nodes shows. With --debug it is started
                again so that a debugger (JDWP) can attach, from its machine only;
                asterism:node-resume ends both.

                  asterism:node-isolate --debug a/1
                """)
public final class NodeIsolateCommand implements Action {

    private static final long LIMIT_SECONDS = 120;
    private static final long LOOK_MILLIS = 200;

    @Argument(name = "id", description = "The server node, such as a/1", required = true)
    @Completion(NodeIdCompleter.class)
    private String id;

    @Option(name = "--debug", description = "Start it again with a port for a debugger, and wait for it")
    private boolean debug;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws InterruptedException {
        Nodes nodes = new Nodes(new Lookup(context));
        nodes.ask(id, debug ? ServerNode::debug : ServerNode::isolate);
        String told = debug
                ? "a debugger can attach to " + id + " at " + awaitDebugger(nodes)
                : id + " is asked to isolate; asterism:nodes shows the progress";
        session.getConsole().println(told);
        return null;
    }

    private String awaitDebugger(Nodes nodes) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (System.nanoTime() - deadline < 0) {
            Optional<String> address = nodes.list().stream()
                    .filter(node -> node.id().value().equals(id) && node.state() == NodeState.ISOLATED)
                    .findFirst()
                    .flatMap(NodeStatus::debug);
            if (address.isPresent()) {
                return address.get();
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        throw new IllegalStateException(
                id + " was not ready for a debugger within " + LIMIT_SECONDS + " s; see asterism:nodes");
    }
}
