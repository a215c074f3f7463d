package org.asterism.shell.internal.karaf;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.NodeRoller;
import org.asterism.servernode.RollListener;
import org.asterism.servernode.RollRequest;
import org.osgi.framework.BundleContext;

/** {@code asterism:rolling-restart}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "rolling-restart",
        description = "Restarts server nodes one after the other, so that each application is always served",
        detailedDescription = """
                The next node is restarted when the one before it is up again with
                all its applications. It ends early, and says why, if a node is not
                up, does not come back in time, or is the only one for an
                application. Ctrl-C lets the node of that moment come up and goes no
                further.

                  asterism:rolling-restart --instance a
                """)
public final class RollingRestartCommand implements Action {

    @Option(name = "--instance", valueToShowInHelp = "all", description = "Only the server nodes of this instance")
    @Completion(InstanceCompleter.class)
    private String instance;

    @Option(name = "--timeout", description = "How many seconds one node may take")
    private long seconds = 120;

    @Option(name = "--force", description = "Also nodes that are the only one for an application")
    private boolean force;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        RollRequest request = new RollRequest(Optional.ofNullable(instance), Duration.ofSeconds(seconds), force);
        PrintStream out = session.getConsole();
        int nodes = new Lookup(context)
                .call(
                        NodeRoller.class,
                        "this container has no connection to the lock server, or it is no instance",
                        roller -> roller.restart(request, new Lines(out)));
        out.println(nodes + (nodes == 1 ? " server node was restarted" : " server nodes were restarted"));
        return null;
    }

    private record Lines(PrintStream out) implements RollListener {

        @Override
        public void begun(MemberId node) {
            out.println(node + " is restarted");
        }

        @Override
        public void done(MemberId node, Duration after) {
            out.println(node + " is up again after " + after.toMillis() + " ms");
        }
    }
}
