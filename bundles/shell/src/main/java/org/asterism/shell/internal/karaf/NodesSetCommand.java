package org.asterism.shell.internal.karaf;

import java.util.Map;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.asterism.servernode.InstanceNodes;
import org.asterism.servernode.NodeStatus;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceException;
import org.osgi.framework.ServiceReference;

/** {@code asterism:nodes-set}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "nodes-set",
        description = "Changes how many server nodes an instance has, also for its next start",
        detailedDescription = """
                New ones are started; those with the highest numbers finish what they
                have, are stopped and go.

                  asterism:nodes-set a 3
                """)
public final class NodesSetCommand implements Action {

    @Argument(name = "instance", description = "The instance, such as a", required = true)
    @Completion(InstanceCompleter.class)
    private String instance;

    @Argument(index = 1, name = "count", description = "How many, from 0 to 64", required = true)
    private int count;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() {
        Lookup lookup = new Lookup(context);
        Map<String, ServiceReference<InstanceNodes>> known = new TreeMap<>();
        lookup.references(InstanceNodes.class)
                .forEach(found -> known.put(String.valueOf(found.getProperty(NodeStatus.INSTANCE)), found));
        if (!known.containsKey(instance)) {
            throw new IllegalArgumentException("there is no instance '" + instance + "' (known: "
                    + (known.isEmpty() ? "none" : String.join(", ", known.keySet())) + ")");
        }
        int before = asked(lookup, known.get(instance));
        session.getConsole()
                .println(instance + " is asked to have " + count + " server nodes instead of " + before
                        + "; asterism:nodes shows the progress");
        return null;
    }

    private int asked(Lookup lookup, ServiceReference<InstanceNodes> reference) {
        try {
            return lookup.call(reference, "instance " + instance + " is gone", nodes -> nodes.resize(count));
        } catch (ServiceException e) {
            throw new IllegalStateException("instance " + instance + " did not answer: " + e.getMessage(), e);
        }
    }
}
