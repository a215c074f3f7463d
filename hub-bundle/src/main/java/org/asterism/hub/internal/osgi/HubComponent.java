package org.asterism.hub.internal.osgi;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.Member;
import org.asterism.cluster.MessageServer;
import org.asterism.cluster.spi.MemberControl;
import org.asterism.cluster.spi.ServicePublisher;
import org.asterism.hub.internal.HubConfiguration;
import org.asterism.hub.internal.artemis.ArtemisHub;
import org.asterism.hub.internal.artemis.HubStartException;
import org.asterism.messaging.MessageService;
import org.asterism.protocol.member.LocalMember;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes this container the hub. Its services are there as soon as the broker listens. */
@Component(
        name = HubComponent.NAME,
        service = {},
        configurationPid = HubConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = HubConfig.class)
public final class HubComponent {

    static final String NAME = "org.asterism.hub";

    private static final Logger LOG = LoggerFactory.getLogger(HubComponent.class);
    private static final String EXPORTED = "service.exported.interfaces";

    private final ComponentContext component;
    private final BundleContext context;
    private final HubConfiguration configuration;
    private final ExecutorService starter =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "asterism-hub-start"));
    private final Future<?> starting;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private ArtemisHub hub;
    private boolean stopped;

    @Activate
    public HubComponent(HubConfig config, ComponentContext component) {
        this.component = component;
        this.context = component.getBundleContext();
        this.configuration = HubSettings.of(config);
        this.starting = CompletableFuture.runAsync(this::start, starter);
    }

    @Deactivate
    void deactivate() {
        starting.cancel(false);
        starter.shutdown();
        stop();
    }

    private synchronized void start() {
        if (stopped) {
            return;
        }
        Member self = HubSettings.member(context.getBundle().getVersion().toString());
        try {
            hub = ArtemisHub.start(configuration, self, OptionalLong.empty(), cause -> {});
            register(hub);
        } catch (HubStartException e) {
            LOG.error("No hub in this container: {}; then restart this container", e.getMessage());
            LOG.debug("Why there is no hub", e);
            component.disableComponent(NAME);
        }
    }

    private void register(ArtemisHub started) {
        LocalMember member = started.member();
        register(ClusterService.class, member, Map.of());
        register(MemberControl.class, member, Map.of());
        register(MessageService.class, member.messages(), Map.of());
        register(ServicePublisher.class, member.publisher(), Map.of());
        register(MessageServer.class, started.messageServer(), Map.of(EXPORTED, MessageServer.class.getName()));
    }

    private <T> void register(Class<T> type, T service, Map<String, Object> properties) {
        Dictionary<String, Object> dictionary = FrameworkUtil.asDictionary(properties);
        registrations.add(context.registerService(type, service, dictionary));
    }

    private synchronized void stop() {
        stopped = true;
        registrations.forEach(ServiceRegistration::unregister);
        registrations.clear();
        if (hub != null) {
            hub.close();
        }
    }
}
