package org.asterism.remote.internal.osgi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.aries.rsa.spi.DistributionProvider;
import org.apache.aries.rsa.spi.Endpoint;
import org.asterism.alarm.AlarmKind;
import org.asterism.alarm.AlarmSource;
import org.asterism.alarm.Condition;
import org.asterism.cluster.ClusterService;
import org.asterism.messaging.MessageService;
import org.asterism.metrics.Metric;
import org.asterism.metrics.MetricSource;
import org.asterism.metrics.Readings;
import org.asterism.remote.internal.CallCounts;
import org.asterism.remote.internal.CallNumbers;
import org.asterism.remote.internal.Endpoints;
import org.asterism.remote.internal.Settings;
import org.asterism.remote.internal.cbor.InvocationCodec;
import org.asterism.remote.internal.messaging.CallExecutor;
import org.asterism.remote.internal.messaging.EndpointServer;
import org.asterism.remote.internal.messaging.MessageLink;
import org.asterism.remote.internal.messaging.Promises;
import org.asterism.remote.internal.messaging.RemoteProxy;
import org.asterism.remote.internal.messaging.ViewedPresence;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceException;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.RemoteConstants;

/**
 * Exports services to the hub and imports those of other members. It is there before the message service is, so that the
 * topology manager finds it when the first service wants to be exported.
 */
@Component(
        configurationPid = "org.asterism.remote",
        property = {
            RemoteConstants.REMOTE_CONFIGS_SUPPORTED + "=" + Endpoints.CONFIG_TYPE,
            RemoteConstants.REMOTE_INTENTS_SUPPORTED + "=" + Intents.BASIC,
            RemoteConstants.REMOTE_INTENTS_SUPPORTED + "=" + Intents.ASYNC
        })
@Designate(ocd = RemoteServicesConfig.class)
public final class DistributionComponent implements DistributionProvider, MetricSource, AlarmSource {

    private final CallExecutor executor;
    private final CallExecutor continuations;
    private final EndpointServer server = new EndpointServer();
    private final MessageLink link = new MessageLink();
    private final AtomicReference<ClusterService> cluster = new AtomicReference<>();
    private final CallCounts sent = new CallCounts();
    private final CallCounts received = new CallCounts();
    private final CallNumbers numbers;
    private final ExportedServices exports;
    private final ImportedProxies imports;

    @Activate
    public DistributionComponent(RemoteServicesConfig config) {
        this(RemoteServicesConfig.Reader.settings(config));
    }

    DistributionComponent(Settings settings) {
        InvocationCodec codec =
                new InvocationCodec(settings.maxPayloadBytes(), List.of(new VersionModule()), List.of(Version.class));
        Promises promises = OsgiPromises.ifThere();
        this.executor = CallExecutor.ofCalls(settings);
        this.continuations = CallExecutor.ofContinuations(settings);
        this.exports = new ExportedServices(codec, link, executor, promises, server, received);
        this.imports = new ImportedProxies(
                new RemoteProxy.Environment(
                        codec,
                        link,
                        new ViewedPresence(() -> Optional.ofNullable(cluster.get()), continuations),
                        continuations,
                        promises,
                        (message, cause) -> new ServiceException(message, ServiceException.REMOTE, cause)),
                settings.timeout(),
                sent);
        this.numbers = new CallNumbers(sent, received, this::queue);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void addMessageService(MessageService messages, Map<String, Object> properties) {
        boolean encrypted = Endpoints.isTrue(properties.get(Endpoints.ENCRYPTED));
        link.attach(messages, encrypted);
        server.attach(messages, encrypted);
    }

    void updatedMessageService(MessageService messages, Map<String, Object> properties) {
        addMessageService(messages, properties);
    }

    void removeMessageService(MessageService messages) {
        server.detach(messages);
        link.detach(messages);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void addClusterService(ClusterService service) {
        cluster.set(service);
    }

    void removeClusterService(ClusterService service) {
        cluster.compareAndSet(service, null);
    }

    @Deactivate
    void deactivate() {
        executor.shutdownNow();
        continuations.shutdownNow();
    }

    /** How many calls of other members wait for a thread. */
    int waitingCalls() {
        return executor.getQueue().size();
    }

    private CallNumbers.Queue queue() {
        int waiting = waitingCalls();
        return new CallNumbers.Queue(waiting, waiting + executor.getQueue().remainingCapacity());
    }

    @Override
    public List<Metric> metrics() {
        return numbers.metrics();
    }

    @Override
    public void read(Readings readings) {
        numbers.read(readings);
    }

    @Override
    public List<AlarmKind> kinds() {
        return numbers.kinds();
    }

    @Override
    public List<Condition> conditions() {
        return numbers.conditions();
    }

    @Override
    public String[] getSupportedTypes() {
        return new String[] {Endpoints.CONFIG_TYPE};
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface of Aries
    public Endpoint exportService(
            Object service, BundleContext context, Map<String, Object> properties, Class[] interfaces) {
        return exports.export(service, properties, List.<Class<?>>of(interfaces))
                .orElse(null);
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface of Aries
    public Object importEndpoint(
            ClassLoader loader, BundleContext consumer, Class[] interfaces, EndpointDescription endpoint) {
        return imports.proxy(loader, interfaces, endpoint);
    }
}
