package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.asterism.servernode.DiagnosticsException;
import org.asterism.servernode.NodeDiagnostics;
import org.asterism.servernode.ThreadDump;
import org.osgi.framework.BundleContext;

/** {@code asterism:node-threads}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "node-threads",
        description = "Shows what all threads of a server node do, also of one that hangs, and keeps that in a file")
public final class NodeThreadsCommand implements Action {

    @Argument(name = "id", description = "The server node, such as a/1", required = true)
    @Completion(NodeIdCompleter.class)
    private String id;

    @Option(name = "--quiet", description = "Only say in which file it is, on the machine of the node")
    private boolean quiet;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws DiagnosticsException {
        ThreadDump dump = new Nodes(new Lookup(context)).diagnose(id, NodeDiagnostics::threadDump);
        if (!quiet) {
            session.getConsole().println(dump.text());
        }
        session.getConsole().println("kept in " + dump.file());
        return null;
    }
}
