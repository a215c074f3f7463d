package org.asterism.shell.internal.karaf;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ServerNode;
import org.osgi.framework.ServiceException;
import org.osgi.framework.ServiceReference;

/** The server nodes of the cluster as this container's services, its own ones before those of others. */
final class Nodes {

    private static final String IMPORTED = "service.imported";

    private final Lookup lookup;

    Nodes(Lookup lookup) {
        this.lookup = lookup;
    }

    /** All of them, by what their service properties say; nobody is asked. */
    List<NodeStatus> list() {
        return references().values().stream().map(Nodes::status).toList();
    }

    List<String> ids() {
        return List.copyOf(references().keySet());
    }

    /**
     * Asks one of them to do something.
     *
     * @throws IllegalArgumentException if there is no node of this id
     * @throws IllegalStateException if it is gone, or its instance does not answer
     */
    void ask(String id, Consumer<ServerNode> request) {
        Map<String, ServiceReference<ServerNode>> references = references();
        ServiceReference<ServerNode> reference = references.get(id);
        if (reference == null) {
            String known = references.isEmpty() ? "none" : String.join(", ", references.keySet());
            throw new IllegalArgumentException("there is no server node '" + id + "' (known: " + known + ")");
        }
        try {
            lookup.call(reference, "server node " + id + " is gone", node -> {
                request.accept(node);
                return id;
            });
        } catch (ServiceException e) {
            throw new IllegalStateException("the instance of " + id + " did not answer: " + e.getMessage(), e);
        }
    }

    private Map<String, ServiceReference<ServerNode>> references() {
        Map<String, ServiceReference<ServerNode>> references = new TreeMap<>();
        lookup.references(ServerNode.class).stream()
                .sorted(Comparator.comparing(reference -> reference.getProperty(IMPORTED) != null))
                .filter(reference -> reference.getProperty(NodeStatus.ID) != null)
                .forEach(reference -> references.putIfAbsent(
                        reference.getProperty(NodeStatus.ID).toString(), reference));
        return references;
    }

    private static NodeStatus status(ServiceReference<ServerNode> reference) {
        Map<String, Object> properties = new HashMap<>();
        for (String key : reference.getPropertyKeys()) {
            properties.put(key, reference.getProperty(key));
        }
        return NodeStatus.ofProperties(properties);
    }
}
