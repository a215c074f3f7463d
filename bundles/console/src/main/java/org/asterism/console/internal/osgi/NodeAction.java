package org.asterism.console.internal.osgi;

import java.util.List;
import java.util.function.Consumer;
import org.asterism.console.internal.Action;
import org.asterism.console.internal.ActionException;
import org.asterism.console.internal.ActionException.Cause;
import org.asterism.console.internal.Role;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ServerNode;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceException;
import org.osgi.framework.ServiceReference;

/**
 * Asks one server node to do something.
 *
 * @param name of the action
 * @param verb what it is asked to do
 */
record NodeAction(BundleContext context, String name, String verb, Consumer<ServerNode> request) implements Action {

    /** All that can be asked of a node. */
    static List<Action> all(BundleContext context) {
        return List.of(
                new NodeAction(context, "node-start", "start", ServerNode::start),
                new NodeAction(context, "node-stop", "stop", ServerNode::stop),
                new NodeAction(context, "node-restart", "restart", ServerNode::restart),
                new NodeAction(context, "node-drain", "drain", ServerNode::drain),
                new NodeAction(context, "node-resume", "resume", ServerNode::resume));
    }

    @Override
    public Role needs() {
        return Role.OPERATOR;
    }

    @Override
    public String perform(ActionRequest asked) throws ActionException {
        String id = asked.parameter("node");
        for (ServiceReference<ServerNode> reference : references()) {
            if (id.equals(reference.getProperty(NodeStatus.ID))) {
                ask(id, reference);
                return id + " is asked to " + verb;
            }
        }
        throw new ActionException(Cause.WRONG, "there is no server node " + id);
    }

    private void ask(String id, ServiceReference<ServerNode> reference) throws ActionException {
        ServerNode node = context.getService(reference);
        if (node == null) {
            throw new ActionException(Cause.FAILED, id + " has just gone");
        }
        try {
            request.accept(node);
        } catch (ServiceException e) {
            throw new ActionException(Cause.FAILED, "the instance of " + id + " did not answer: " + e.getMessage());
        } finally {
            context.ungetService(reference);
        }
    }

    private Iterable<ServiceReference<ServerNode>> references() {
        try {
            return context.getServiceReferences(ServerNode.class, "(" + NodeStatus.ID + "=*)");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
