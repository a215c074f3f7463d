package org.asterism.monitor.internal.osgi;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asterism.alarm.AlarmSource;
import org.asterism.cluster.MessageServer;
import org.asterism.dispatcher.DispatcherStatistics;
import org.asterism.lock.LockServer;
import org.asterism.metrics.MetricSource;
import org.asterism.monitor.internal.DispatcherNumbers;
import org.asterism.monitor.internal.HubNumbers;
import org.asterism.monitor.internal.LockNumbers;
import org.asterism.monitor.internal.NodeNumbers;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ServerNode;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Reads the services of the cluster that are in this container; those of other containers are read there. */
@Component(
        service = {},
        immediate = true)
public final class LocalServices {

    private static final String LOCAL = "(!(service.imported=*))";
    private static final String[] BOTH = {MetricSource.class.getName(), AlarmSource.class.getName()};

    private final BundleContext context;
    private final List<ServerNode> nodes = new CopyOnWriteArrayList<>();
    private final Map<Object, ServiceRegistration<?>> sources = new ConcurrentHashMap<>();

    @Activate
    public LocalServices(BundleContext context) {
        this.context = context;
        add(this, new NodeNumbers(this::statuses));
    }

    private List<NodeStatus> statuses() {
        return nodes.stream().map(ServerNode::status).toList();
    }

    private void add(Object service, Object source) {
        sources.put(service, context.registerService(BOTH, source, null));
    }

    private void remove(Object service) {
        ServiceRegistration<?> source = sources.remove(service);
        if (source != null) {
            source.unregister();
        }
    }

    @Deactivate
    void deactivate() {
        remove(this);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, target = LOCAL)
    void addMessageServer(MessageServer hub) {
        add(hub, new HubNumbers(hub));
    }

    void removeMessageServer(MessageServer hub) {
        remove(hub);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, target = LOCAL)
    void addLockServer(LockServer locks) {
        add(locks, new LockNumbers(locks));
    }

    void removeLockServer(LockServer locks) {
        remove(locks);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, target = LOCAL)
    void addDispatcher(DispatcherStatistics dispatcher) {
        add(dispatcher, new DispatcherNumbers(dispatcher));
    }

    void removeDispatcher(DispatcherStatistics dispatcher) {
        remove(dispatcher);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, target = LOCAL)
    void addNode(ServerNode node) {
        nodes.add(node);
    }

    void removeNode(ServerNode node) {
        nodes.remove(node);
    }
}
