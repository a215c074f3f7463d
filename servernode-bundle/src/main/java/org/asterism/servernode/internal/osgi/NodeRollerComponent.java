package org.asterism.servernode.internal.osgi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.MemberId;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockService;
import org.asterism.servernode.NodeRoller;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.RollException;
import org.asterism.servernode.RollListener;
import org.asterism.servernode.RollRequest;
import org.asterism.servernode.ServerNode;
import org.asterism.servernode.internal.Roll;
import org.asterism.servernode.internal.RollStep;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rolls over the nodes that are services here, under a lock of the cluster. */
@Component(service = NodeRoller.class)
public final class NodeRollerComponent implements NodeRoller {

    private static final Logger LOG = LoggerFactory.getLogger(NodeRollerComponent.class);
    private static final LockKey LOCK = LockKey.of("asterism", "roll");
    private static final long LOOK_MILLIS = 200;

    private final BundleContext context;
    private final ClusterService cluster;
    private final LockService locks;

    @Activate
    public NodeRollerComponent(BundleContext context, @Reference ClusterService cluster, @Reference LockService locks) {
        this.context = context;
        this.cluster = cluster;
        this.locks = locks;
    }

    @Override
    public int restart(RollRequest request, RollListener listener) throws RollException, InterruptedException {
        List<MemberId> nodes = statuses().values().stream()
                .filter(node ->
                        request.instance().isEmpty() || request.instance().get().equals(node.instance()))
                .map(NodeStatus::id)
                .toList();
        if (nodes.isEmpty()) {
            throw new RollException("no server node is known here"
                    + request.instance().map(name -> " of an instance " + name).orElse(""));
        }
        if (nodes.contains(cluster.self())) {
            throw new RollException("this is one of the nodes to be restarted: do it from an instance");
        }
        HeldLock lock = locks.tryAcquire(LOCK, LockMode.EXCLUSIVE)
                .orElseThrow(() -> new RollException("another roll is under way: asterism:lock-show " + LOCK));
        try (lock) {
            run(new Roll(nodes, request.limit(), request.force()), lock, listener);
        }
        return nodes.size();
    }

    private void run(Roll roll, HeldLock lock, RollListener listener) throws RollException, InterruptedException {
        while (lock.isValid()) {
            RollStep step = roll.next(statuses(), Duration.ofNanos(System.nanoTime()));
            if (step instanceof RollStep.Finished) {
                return;
            }
            if (step instanceof RollStep.Failed failed) {
                LOG.warn("a rolling restart has ended early: {}", failed.reason());
                throw new RollException(failed.reason());
            }
            take(step, listener);
        }
        throw new RollException("the lock " + LOCK + " was lost, so another roll may begin: look at asterism:nodes");
    }

    private void take(RollStep step, RollListener listener) throws RollException, InterruptedException {
        if (step instanceof RollStep.Restart next) {
            LOG.info("rolling restart: {} is next", next.node());
            listener.begun(next.node());
            ask(next.node());
        } else if (step instanceof RollStep.Returned back) {
            LOG.info(
                    "rolling restart: {} is up again after {} ms",
                    back.node(),
                    back.after().toMillis());
            listener.done(back.node(), back.after());
        } else {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private void ask(MemberId id) throws RollException {
        for (ServiceReference<ServerNode> reference : references()) {
            ServerNode node = of(reference).id().equals(id) ? context.getService(reference) : null;
            if (node != null) {
                ask(id, node);
                context.ungetService(reference);
                return;
            }
        }
        throw new RollException(id + " has just gone");
    }

    private static void ask(MemberId id, ServerNode node) throws RollException {
        try {
            node.restart();
        } catch (ServiceException e) {
            LOG.debug("{} could not be asked to restart", id, e);
            throw new RollException("the instance of " + id + " did not answer: " + e.getMessage());
        }
    }

    private Map<MemberId, NodeStatus> statuses() {
        Map<MemberId, NodeStatus> statuses = new TreeMap<>();
        for (ServiceReference<ServerNode> reference : references()) {
            NodeStatus status = of(reference);
            statuses.put(status.id(), status);
        }
        return statuses;
    }

    private Iterable<ServiceReference<ServerNode>> references() {
        try {
            return context.getServiceReferences(ServerNode.class, "(" + NodeStatus.ID + "=*)");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NodeStatus of(ServiceReference<?> reference) {
        Map<String, Object> properties = new TreeMap<>();
        for (String key : reference.getPropertyKeys()) {
            properties.put(key, reference.getProperty(key));
        }
        return NodeStatus.ofProperties(properties);
    }
}
