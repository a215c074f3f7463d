package org.asterism.supervisor.internal.osgi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.asterism.cluster.spi.MemberControl;
import org.asterism.container.ClusterLayout;
import org.asterism.container.ContainerStarter;
import org.asterism.servernode.NodeStatus;
import org.asterism.supervisor.NodeSpec;
import org.asterism.supervisor.NodeSupervisor;
import org.asterism.supervisor.SupervisedNode;
import org.asterism.supervisor.internal.Surroundings;
import org.asterism.supervisor.internal.concurrent.SupervisedNodes;
import org.asterism.supervisor.internal.concurrent.SupervisionThreads;
import org.asterism.supervisor.internal.http.HttpHealthProbe;
import org.asterism.supervisor.internal.process.Cluster;
import org.asterism.supervisor.internal.process.ConsoleLogs;
import org.asterism.supervisor.internal.process.DumpLimits;
import org.asterism.supervisor.internal.process.NodeContainer;
import org.asterism.supervisor.internal.process.NodeRecorder;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Puts the supervisor together; its nodes end with it. */
@Component(immediate = true, configurationPid = SupervisorComponent.PID)
@Designate(ocd = SupervisorConfig.class)
public final class SupervisorComponent implements NodeSupervisor {

    static final String PID = "org.asterism.supervisor";

    private final MemberControl member;
    private final Cluster cluster;
    private final SupervisionThreads threads = new SupervisionThreads();
    private final DumpLimits dumps;
    private final ConsoleLogs consoleLogs;
    private final Future<?> bounding;
    private final HttpHealthProbe probe;
    private final SupervisedNodes nodes;

    /** With settings of the container that its nodes inherit. */
    @Activate
    public SupervisorComponent(BundleContext context, @Reference MemberControl member, SupervisorConfig config) {
        this(cluster(context), member, SupervisorSettings.of(config));
    }

    SupervisorComponent(Cluster cluster, MemberControl member, SupervisorSettings settings) {
        long start = System.nanoTime();
        this.member = member;
        this.cluster = cluster;
        this.dumps = settings.dumps();
        this.consoleLogs = new ConsoleLogs(cluster.layout());
        this.bounding = threads.eachMinute(consoleLogs);
        this.probe = new HttpHealthProbe(settings.probeTimeout(), threads.work());
        this.nodes = new SupervisedNodes(
                settings.policy(), this::surroundings, threads, () -> Duration.ofNanos(System.nanoTime() - start));
    }

    @Deactivate
    void deactivate() {
        bounding.cancel(false);
        nodes.close();
    }

    @Override
    public SupervisedNode supervise(NodeSpec spec, Consumer<NodeStatus> listener) {
        consoleLogs.add(spec.instance());
        return nodes.supervise(spec, listener);
    }

    private Surroundings surroundings(NodeSpec spec) {
        return new Surroundings(
                new NodeContainer(cluster, spec, new ContainerStarter(), dumps, threads.work()),
                probe.of(spec.id()),
                incarnation -> member.reportDeath(spec.id(), incarnation),
                new NodeRecorder(cluster, spec));
    }

    private static Cluster cluster(BundleContext context) {
        Path home = Path.of(property(context, "asterism.home", "karaf.home"));
        Path base = Path.of(property(context, "asterism.cluster.base", "karaf.base"));
        Map<String, String> settings = new TreeMap<>();
        System.getProperties().stringPropertyNames().forEach(key -> settings.put(key, System.getProperty(key)));
        return new Cluster(home, new ClusterLayout(base), settings);
    }

    private static String property(BundleContext context, String key, String fallback) {
        return Optional.ofNullable(context.getProperty(key))
                .or(() -> Optional.ofNullable(context.getProperty(fallback)))
                .orElseThrow(() -> new IllegalStateException("neither " + key + " nor " + fallback + " is set"));
    }
}
