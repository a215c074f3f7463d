package org.asterism.deployment.internal.osgi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.NodePlan;
import org.asterism.deployment.spi.NodePreflight;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ServerNode;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server nodes of the whole cluster, as the services that stand for them here. */
final class RemoteNodes {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteNodes.class);

    private final BundleContext context;

    RemoteNodes(BundleContext context) {
        this.context = context;
    }

    Map<MemberId, NodeStatus> statuses() {
        Map<MemberId, NodeStatus> statuses = new TreeMap<>();
        for (ServiceReference<ServerNode> reference : find(ServerNode.class, "(" + NodeStatus.ID + "=*)")) {
            NodeStatus status = NodeStatus.ofProperties(properties(reference));
            statuses.put(status.id(), status);
        }
        return statuses;
    }

    private static Map<String, Object> properties(ServiceReference<?> reference) {
        Map<String, Object> properties = new TreeMap<>();
        for (String key : reference.getPropertyKeys()) {
            properties.put(key, reference.getProperty(key));
        }
        return properties;
    }

    /** Asked again by the roller if it is not heard. */
    void withdraw(MemberId node) {
        tell(node, ServerNode::withdraw);
    }

    /** Asked again by the roller if it is not heard. */
    void readmit(MemberId node) {
        tell(node, ServerNode::readmit);
    }

    private void tell(MemberId node, Consumer<ServerNode> request) {
        Optional<Boolean> heard = call(ServerNode.class, "(" + NodeStatus.ID + "=" + node + ")", service -> {
            request.accept(service);
            return true;
        });
        if (heard.isEmpty()) {
            LOG.warn("the instance of {} was not reached", node);
        }
    }

    /** Empty if the node did not answer. */
    Optional<NodePlan> plan(MemberId node, List<Deployment> wanted) {
        return call(NodePreflight.class, "(" + NodePreflight.NODE + "=" + node + ")", service -> service.plan(wanted));
    }

    private <S, T> Optional<T> call(Class<S> type, String filter, Function<S, T> question) {
        for (ServiceReference<S> reference : find(type, filter)) {
            S service = context.getService(reference);
            if (service != null) {
                try {
                    return Optional.of(question.apply(service));
                } catch (ServiceException e) {
                    LOG.warn("{} {} did not answer: {}", type.getSimpleName(), filter, e.getMessage(), e);
                } finally {
                    context.ungetService(reference);
                }
            }
        }
        return Optional.empty();
    }

    private <S> Collection<ServiceReference<S>> find(Class<S> type, String filter) {
        try {
            return context.getServiceReferences(type, filter);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(filter, e);
        }
    }
}
