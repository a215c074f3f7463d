package org.asterism.servernode.internal.osgi;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ServerNode;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The server nodes that are services here: own ones and those of other instances. */
record KnownNodes(BundleContext context) {

    /** How one is, as its service properties tell; empty if it is not known. */
    Optional<NodeStatus> status(MemberId id) {
        return reference(id).map(KnownNodes::status);
    }

    /** Asks one; empty if it is not known. */
    <R> Optional<R> ask(MemberId id, Function<ServerNode, R> question) {
        Optional<ServiceReference<ServerNode>> reference = reference(id);
        ServerNode node = reference.map(context::getService).orElse(null);
        if (node == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(question.apply(node));
        } finally {
            context.ungetService(reference.get());
        }
    }

    private Optional<ServiceReference<ServerNode>> reference(MemberId id) {
        try {
            return context.getServiceReferences(ServerNode.class, "(" + NodeStatus.ID + "=" + id + ")").stream()
                    .findFirst();
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("not an id: " + id, e);
        }
    }

    private static NodeStatus status(ServiceReference<?> reference) {
        Map<String, Object> properties = new TreeMap<>();
        for (String key : reference.getPropertyKeys()) {
            properties.put(key, reference.getProperty(key));
        }
        return NodeStatus.ofProperties(properties);
    }
}
