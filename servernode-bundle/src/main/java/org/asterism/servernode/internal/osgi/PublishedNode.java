package org.asterism.servernode.internal.osgi;

import java.util.Dictionary;
import java.util.HashMap;
import java.util.Map;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ServerNode;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** A server node as an OSGi service, here and in the rest of the cluster, whose properties follow its status. */
final class PublishedNode implements AutoCloseable {

    private static final String EXPORTED = "service.exported.interfaces";

    private final ServerNode node;
    private final ServiceRegistration<ServerNode> registration;
    private volatile boolean closed;

    PublishedNode(BundleContext context, ServerNode node) {
        this.node = node;
        this.registration = context.registerService(ServerNode.class, node, properties(node.status()));
    }

    /** Takes over the newest status. The lock is for those who refresh only; closing does not wait for them. */
    synchronized void refresh() {
        if (closed) {
            return;
        }
        try {
            registration.setProperties(properties(node.status()));
        } catch (IllegalStateException unregistered) {
            if (!closed) {
                throw unregistered;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        registration.unregister();
    }

    private static Dictionary<String, Object> properties(NodeStatus status) {
        Map<String, Object> properties = new HashMap<>(status.toProperties());
        properties.put(EXPORTED, ServerNode.class.getName());
        return FrameworkUtil.asDictionary(properties);
    }
}
