package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.asterism.servernode.ServerNode;
import org.osgi.framework.BundleContext;

/** A command that asks one server node, here or in another instance, to do something. */
abstract class NodeCommand implements Action {

    @Argument(name = "id", description = "The server node, such as a/1", required = true)
    @Completion(NodeIdCompleter.class)
    private String id;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public final Object execute() {
        new Nodes(new Lookup(context)).ask(id, this::ask);
        session.getConsole().println(id + " is asked to " + verb() + "; asterism:nodes shows the progress");
        return null;
    }

    abstract String verb();

    abstract void ask(ServerNode node);
}
