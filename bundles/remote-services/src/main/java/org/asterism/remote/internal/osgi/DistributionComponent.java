package org.asterism.remote.internal.osgi;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.aries.rsa.spi.DistributionProvider;
import org.apache.aries.rsa.spi.Endpoint;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.MessageService;
import org.asterism.remote.internal.Endpoints;
import org.asterism.remote.internal.MethodTable;
import org.asterism.remote.internal.Settings;
import org.asterism.remote.internal.cbor.InvocationCodec;
import org.asterism.remote.internal.messaging.CallExecutor;
import org.asterism.remote.internal.messaging.EndpointServer;
import org.asterism.remote.internal.messaging.MessageLink;
import org.asterism.remote.internal.messaging.RemoteProxy;
import org.asterism.remote.internal.messaging.RemoteTarget;
import org.asterism.remote.internal.messaging.ServedEndpoint;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.RemoteConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exports services to the hub and imports those of other members. It is there before the message service is, so that the
 * topology manager finds it when the first service wants to be exported.
 */
@Component(
        configurationPid = "org.asterism.remote",
        property = {
            RemoteConstants.REMOTE_CONFIGS_SUPPORTED + "=" + Endpoints.CONFIG_TYPE,
            RemoteConstants.REMOTE_INTENTS_SUPPORTED + "=" + Intents.BASIC
        })
@Designate(ocd = RemoteServicesConfig.class)
public final class DistributionComponent implements DistributionProvider {

    private static final Logger LOG = LoggerFactory.getLogger(DistributionComponent.class);

    private final Settings settings;
    private final InvocationCodec codec;
    private final CallExecutor executor;
    private final EndpointServer server = new EndpointServer();
    private final MessageLink link = new MessageLink();

    @Activate
    public DistributionComponent(RemoteServicesConfig config) {
        this(RemoteServicesConfig.Reader.settings(config));
    }

    DistributionComponent(Settings settings) {
        this.settings = settings;
        this.codec = new InvocationCodec(settings.maxPayloadBytes(), List.of(new VersionModule()));
        this.executor = new CallExecutor(settings);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void addMessageService(MessageService messages) {
        link.attach(messages);
        server.attach(messages);
    }

    void removeMessageService(MessageService messages) {
        server.detach(messages);
        link.detach(messages);
    }

    @Deactivate
    void deactivate() {
        executor.shutdownNow();
    }

    /** How many calls of other members wait for a thread. */
    int waitingCalls() {
        return executor.getQueue().size();
    }

    @Override
    public String[] getSupportedTypes() {
        return new String[] {Endpoints.CONFIG_TYPE};
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface of Aries
    public Endpoint exportService(
            Object service, BundleContext context, Map<String, Object> properties, Class[] interfaces) {
        Optional<String> unsupported = Intents.unsupported(properties);
        if (unsupported.isPresent()) {
            LOG.warn("{} is not exported: the intent {} is not supported", List.of(interfaces), unsupported.get());
            return null;
        }
        String id = interfaces[0].getSimpleName() + "-" + UUID.randomUUID();
        MethodTable methods = new MethodTable(List.<Class<?>>of(interfaces));
        server.open(id, new ServedEndpoint(service, methods, codec, executor));
        return new OpenEndpoint(description(id, properties), () -> server.close(id));
    }

    private static EndpointDescription description(String id, Map<String, Object> properties) {
        Map<String, Object> described = new HashMap<>(properties);
        described.put(RemoteConstants.ENDPOINT_ID, id);
        described.put(RemoteConstants.SERVICE_IMPORTED_CONFIGS, new String[] {Endpoints.CONFIG_TYPE});
        described.put(RemoteConstants.SERVICE_INTENTS, new String[] {Intents.BASIC});
        return new EndpointDescription(described);
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface of Aries
    public Object importEndpoint(
            ClassLoader loader, BundleContext consumer, Class[] interfaces, EndpointDescription endpoint) {
        RemoteProxy proxy = new RemoteProxy(
                target(endpoint),
                new MethodTable(List.<Class<?>>of(interfaces)),
                codec,
                link,
                executor,
                (message, cause) -> new ServiceException(message, ServiceException.REMOTE, cause));
        return Proxy.newProxyInstance(loader, interfaces, proxy);
    }

    private RemoteTarget target(EndpointDescription endpoint) {
        MemberId owner = new MemberId(String.valueOf(endpoint.getProperties().get(Endpoints.MEMBER)));
        Object timeout = endpoint.getProperties().get(Endpoints.TIMEOUT);
        return new RemoteTarget(
                owner,
                endpoint.getId(),
                timeout == null ? settings.timeout() : Duration.ofMillis(Long.parseLong(timeout.toString())));
    }
}
