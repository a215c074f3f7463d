package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.asterism.servernode.DiagnosticsException;
import org.asterism.servernode.HeapDump;
import org.asterism.servernode.NodeDiagnostics;
import org.osgi.framework.BundleContext;

/** {@code asterism:node-heap}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "node-heap",
        description = "Writes the heap of a server node to a file on its machine; it stands still meanwhile",
        detailedDescription = """
                Whoever can read the file can read passwords and sessions that were
                in memory. The newest ones are kept (heap.dumps of the supervisor).
                It is not begun if the disk has no room for it, and needs a JDK.
                """)
public final class NodeHeapCommand implements Action {

    @Argument(name = "id", description = "The server node, such as a/1", required = true)
    @Completion(NodeIdCompleter.class)
    private String id;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws DiagnosticsException {
        HeapDump dump = new Nodes(new Lookup(context)).diagnose(id, NodeDiagnostics::heapDump);
        session.getConsole()
                .println("the heap of " + id + " is in " + dump.file() + " (" + (dump.bytes() >> 20) + " MiB)");
        return null;
    }
}
