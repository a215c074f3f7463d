package org.asterism.hub.internal.osgi;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.MessageServer;
import org.asterism.cluster.spi.MemberControl;
import org.asterism.cluster.spi.ServicePublisher;
import org.asterism.hub.internal.HubConfiguration;
import org.asterism.hub.internal.artemis.ArtemisHub;
import org.asterism.hub.internal.artemis.HubStartException;
import org.asterism.hub.internal.standby.Mandate;
import org.asterism.messaging.BulkService;
import org.asterism.messaging.MessageService;
import org.asterism.metrics.MetricSource;
import org.asterism.protocol.bulk.BulkStreams;
import org.asterism.protocol.member.LocalMember;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** The message server and its services: registered just before it listens, so that nobody finds less, gone before it stops. */
final class HubServices implements HubLife {

    private static final String EXPORTED = "service.exported.interfaces";
    /** The same in each life of the hub, so that members keep their proxies. */
    private static final String ENDPOINT_ID = "endpoint.id";

    private static final String NONBLOCKING = "asterism.nonblocking";
    private static final String ENCRYPTED = "asterism.link.encrypted";

    private final HubConfiguration configuration;
    private final BundleContext context;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private ArtemisHub hub;
    private BulkStreams bulk;

    HubServices(HubConfiguration configuration, BundleContext context) {
        this.configuration = configuration;
        this.context = context;
    }

    @Override
    public synchronized void start(Mandate mandate) throws HubStartException {
        String version = context.getBundle().getVersion().toString();
        hub = ArtemisHub.prepare(configuration, HubSettings.member(version), mandate);
        LocalMember member = hub.member();
        register(ClusterService.class, member, Map.of());
        register(MemberControl.class, member, Map.of());
        bulk = new BulkStreams(member.messages());
        register(
                MessageService.class,
                member.messages(),
                Map.of(ENCRYPTED, configuration.tls().isPresent()));
        register(MetricSource.class, member.numbers(), Map.of());
        register(BulkService.class, bulk.service(), Map.of());
        register(ServicePublisher.class, member.publisher(), Map.of());
        register(
                MessageServer.class,
                hub.messageServer(),
                Map.of(
                        EXPORTED,
                        MessageServer.class.getName(),
                        ENDPOINT_ID,
                        MessageServer.class.getName(),
                        NONBLOCKING,
                        true));
        open();
    }

    private void open() throws HubStartException {
        try {
            hub.open();
        } catch (HubStartException e) {
            stop();
            throw e;
        }
    }

    @Override
    public synchronized void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        registrations.clear();
        if (hub != null) {
            bulk.close();
            hub.close();
            hub = null;
        }
    }

    private <T> void register(Class<T> type, T service, Map<String, Object> properties) {
        Dictionary<String, Object> dictionary = FrameworkUtil.asDictionary(properties);
        registrations.add(context.registerService(type, service, dictionary));
    }
}
