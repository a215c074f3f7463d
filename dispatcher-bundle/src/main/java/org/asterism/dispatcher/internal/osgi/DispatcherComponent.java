package org.asterism.dispatcher.internal.osgi;

import java.util.HashMap;
import java.util.Map;
import org.asterism.cluster.ClusterService;
import org.asterism.dispatcher.internal.DispatcherSettings;
import org.asterism.dispatcher.internal.netty.NettyDispatcher;
import org.asterism.servernode.ServerNode;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** Runs the dispatcher of this instance for as long as it is configured. */
@Component(
        service = {},
        immediate = true,
        configurationPid = DispatcherConfig.PID)
@Designate(ocd = DispatcherConfig.class)
public final class DispatcherComponent {

    private static final String IMPORTED = "service.imported";

    private final BundleContext context;
    private final String instance;
    private final DispatcherSettings settings;
    private final NodeTracker nodes;
    private final MaintenanceDesk desk;
    private NettyDispatcher dispatcher;
    private PublishedDispatcher published;

    @Activate
    public DispatcherComponent(
            BundleContext context,
            @Reference ClusterService cluster,
            @Reference MaintenanceDesk desk,
            DispatcherConfig config) {
        this.desk = desk;
        this.context = context;
        this.instance = cluster.self().value();
        this.settings = ConfiguredSettings.of(config);
        this.nodes = new NodeTracker(instance, ConfiguredFront.stickyKey(config));
    }

    @Activate
    void start() {
        dispatcher = new NettyDispatcher(settings, nodes.pool());
        nodes.listen(dispatcher::update);
        desk.listen(dispatcher::update);
        dispatcher.start();
        published = new PublishedDispatcher(context, instance, dispatcher);
    }

    @Deactivate
    void stop() {
        published.close();
        desk.listen(ignored -> {});
        nodes.listen(ignored -> {});
        dispatcher.close();
    }

    @Reference(
            service = ServerNode.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            updated = "updatedNode")
    void addNode(ServiceReference<ServerNode> service) {
        Map<String, Object> properties = new HashMap<>();
        for (String key : service.getPropertyKeys()) {
            properties.put(key, service.getProperty(key));
        }
        nodes.put(idOf(service), properties, properties.containsKey(IMPORTED));
    }

    void updatedNode(ServiceReference<ServerNode> service) {
        addNode(service);
    }

    void removeNode(ServiceReference<ServerNode> service) {
        nodes.remove(idOf(service));
    }

    private static long idOf(ServiceReference<?> service) {
        return (Long) service.getProperty(Constants.SERVICE_ID);
    }
}
