package org.asterism.servernode.internal.osgi;

import java.nio.file.Path;
import java.util.Map;
import org.asterism.cluster.ClusterService;
import org.asterism.servernode.InstanceNodes;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.internal.files.NodeFiles;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Offers to change how many nodes this instance has, to the whole cluster; idle where no nodes are supervised. */
@Component(
        service = {},
        immediate = true)
public final class InstanceNodesComponent {

    private final WhilePresent offered;

    @Activate
    public InstanceNodesComponent(BundleContext context, @Reference ClusterService cluster) {
        String instance = cluster.self().value();
        offered = new WhilePresent(context, ServerNodeComponent.SUPERVISOR, found -> offer(context, instance));
    }

    private static AutoCloseable offer(BundleContext context, String instance) {
        NodeFiles files = new NodeFiles(Path.of(context.getProperty("karaf.etc")));
        ConfiguredNodes nodes = new ConfiguredNodes(instance, files, new KnownNodes(context));
        ServiceRegistration<InstanceNodes> registration = context.registerService(
                InstanceNodes.class,
                nodes,
                FrameworkUtil.asDictionary(Map.of(
                        NodeStatus.INSTANCE, instance, "service.exported.interfaces", InstanceNodes.class.getName())));
        return () -> {
            registration.unregister();
            nodes.close();
        };
    }

    @Deactivate
    void deactivate() {
        offered.close();
    }
}
