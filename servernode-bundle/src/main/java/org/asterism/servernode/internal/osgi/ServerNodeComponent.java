package org.asterism.servernode.internal.osgi;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.Hosting;
import org.asterism.servernode.internal.Engine;
import org.asterism.servernode.internal.NodeSettings;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One server node of this instance: there for as long as its configuration is and someone can run it. */
@Component(
        service = {},
        immediate = true,
        configurationPid = ServerNodeComponent.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ServerNodeConfig.class, factory = true)
public final class ServerNodeComponent {

    static final String PID = "org.asterism.servernode";

    private static final Logger LOG = LoggerFactory.getLogger(ServerNodeComponent.class);
    static final String SUPERVISOR = "(objectClass=org.asterism.supervisor.NodeSupervisor)";
    private static final String ENGINE = "(objectClass=org.asterism.servernode.internal.Engine)";

    private final WhilePresent node;

    /** Begins to wait for the supervisor or the engine, whichever the node needs. */
    @Activate
    public ServerNodeComponent(BundleContext context, @Reference ClusterService cluster, ServerNodeConfig config) {
        NodeSettings settings = settings(cluster.self(), config);
        Duration poll = Duration.ofMillis(config.poll_millis());
        if (poll.isNegative() || poll.isZero()) {
            throw new IllegalArgumentException("poll.millis is not positive");
        }
        LOG.info("server node {} is configured, hosting {}", settings.id(), settings.hosting());
        this.node = settings.hosting() == Hosting.PROCESS
                ? new WhilePresent(context, SUPERVISOR, found -> new ProcessNode(context, settings, found))
                : new WhilePresent(
                        context, ENGINE, found -> new EmbeddedEngineNode(context, settings, (Engine) found, poll));
    }

    @Deactivate
    void deactivate() {
        node.close();
    }

    private static NodeSettings settings(MemberId instance, ServerNodeConfig config) {
        if (config.number() < 1) {
            throw new IllegalArgumentException("number is " + config.number() + ", not at least 1");
        }
        List<String> jvmOptions = Arrays.stream(config.jvm_options().trim().split("\\s+"))
                .filter(option -> !option.isEmpty())
                .toList();
        return new NodeSettings(
                MemberId.ofNode(instance.value(), config.number()), hosting(config), config.weight(), jvmOptions);
    }

    private static Hosting hosting(ServerNodeConfig config) {
        return Arrays.stream(Hosting.values())
                .filter(hosting -> hosting.name().toLowerCase(Locale.ROOT).equals(config.hosting()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "hosting is '" + config.hosting() + "' (expected process or embedded)"));
    }
}
