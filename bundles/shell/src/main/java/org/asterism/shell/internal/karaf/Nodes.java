package org.asterism.shell.internal.karaf;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.asterism.servernode.DiagnosticsException;
import org.asterism.servernode.NodeDiagnostics;
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
        try {
            ask(references(ServerNode.class), id, node -> {
                request.accept(node);
                return id;
            });
        } catch (UnsupportedOperationException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /**
     * Looks into one of them.
     *
     * @throws IllegalArgumentException if there is no node of this id
     * @throws IllegalStateException if it is gone, or its instance does not answer
     */
    <R> R diagnose(String id, Lookup.Use<NodeDiagnostics, R, DiagnosticsException> question)
            throws DiagnosticsException {
        return ask(references(NodeDiagnostics.class), id, question);
    }

    private <S, R, E extends Exception> R ask(
            Map<String, ServiceReference<S>> references, String id, Lookup.Use<S, R, E> question) throws E {
        ServiceReference<S> reference = references.get(id);
        if (reference == null) {
            String known = references.isEmpty() ? "none" : String.join(", ", references.keySet());
            throw new IllegalArgumentException("there is no server node '" + id + "' (known: " + known + ")");
        }
        try {
            return lookup.call(reference, "server node " + id + " is gone", question);
        } catch (ServiceException e) {
            throw new IllegalStateException("the instance of " + id + " did not answer: " + e.getMessage(), e);
        }
    }

    private Map<String, ServiceReference<ServerNode>> references() {
        return references(ServerNode.class);
    }

    private <S> Map<String, ServiceReference<S>> references(Class<S> type) {
        Map<String, ServiceReference<S>> references = new TreeMap<>();
        lookup.references(type).stream()
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
