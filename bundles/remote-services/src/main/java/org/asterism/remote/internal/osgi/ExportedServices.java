package org.asterism.remote.internal.osgi;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.apache.aries.rsa.spi.Endpoint;
import org.asterism.remote.internal.CallCounts;
import org.asterism.remote.internal.Endpoints;
import org.asterism.remote.internal.MethodTable;
import org.asterism.remote.internal.cbor.InvocationCodec;
import org.asterism.remote.internal.cbor.PreparedMethods;
import org.asterism.remote.internal.messaging.CountedHandler;
import org.asterism.remote.internal.messaging.EndpointServer;
import org.asterism.remote.internal.messaging.MessageLink;
import org.asterism.remote.internal.messaging.Promises;
import org.asterism.remote.internal.messaging.ServedEndpoint;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.RemoteConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes endpoints of services, or says in the log why not. */
final class ExportedServices {

    private static final Logger LOG = LoggerFactory.getLogger(ExportedServices.class);

    private final InvocationCodec codec;
    private final MessageLink link;
    private final Executor executor;
    private final Promises promises;
    private final EndpointServer server;
    private final CallCounts counts;

    ExportedServices(
            InvocationCodec codec,
            MessageLink link,
            Executor executor,
            Promises promises,
            EndpointServer server,
            CallCounts counts) {
        this.codec = codec;
        this.link = link;
        this.executor = executor;
        this.promises = promises;
        this.server = server;
        this.counts = counts;
    }

    /** The endpoint of a service; empty if the service cannot be offered to other members. */
    Optional<Endpoint> export(Object service, Map<String, Object> properties, List<Class<?>> interfaces) {
        Optional<String> unsupported = Intents.unsupported(properties, link.encrypted());
        if (unsupported.isPresent()) {
            LOG.warn("{} is not exported: the intent {} is not supported here", interfaces, unsupported.get());
            return Optional.empty();
        }
        try {
            PreparedMethods methods = codec.prepare(new MethodTable(interfaces));
            return Optional.of(open(service, properties, interfaces, methods));
        } catch (IllegalArgumentException e) {
            LOG.error("{} is not exported: {}", interfaces, e.getMessage());
            return Optional.empty();
        }
    }

    private Endpoint open(
            Object service, Map<String, Object> properties, List<Class<?>> interfaces, PreparedMethods methods) {
        String id = id(properties, interfaces);
        EndpointDescription description = description(id, properties);
        boolean nonblocking = Endpoints.isTrue(properties.get(Endpoints.NONBLOCKING));
        ServedEndpoint served = new ServedEndpoint(service, methods, codec, promises, executor, nonblocking);
        CountedHandler counted =
                new CountedHandler(served, counts.of(interfaces.get(0).getName()));
        server.open(id, counted, Intents.needEncryption(description.getProperties()));
        return new OpenEndpoint(description, () -> server.close(id));
    }

    /** A service may bring its own, if it is to be the same endpoint also after its process was restarted. */
    private static String id(Map<String, Object> properties, List<Class<?>> interfaces) {
        return properties.get(RemoteConstants.ENDPOINT_ID) instanceof String own
                ? own
                : interfaces.get(0).getSimpleName() + "-" + UUID.randomUUID();
    }

    private static EndpointDescription description(String id, Map<String, Object> properties) {
        Map<String, Object> described = new HashMap<>(properties);
        described.keySet().removeIf(ExportedServices::isOfTheService);
        described.put(RemoteConstants.ENDPOINT_ID, id);
        described.put(RemoteConstants.SERVICE_IMPORTED, true);
        described.put(RemoteConstants.SERVICE_IMPORTED_CONFIGS, new String[] {Endpoints.CONFIG_TYPE});
        described.put(RemoteConstants.SERVICE_INTENTS, Intents.ofEndpoint(properties));
        return new EndpointDescription(described);
    }

    private static boolean isOfTheService(String key) {
        return key.toLowerCase(Locale.ROOT).startsWith("service.exported.");
    }
}
