package org.asterism.remote.internal.osgi;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.aries.rsa.spi.IntentUnsatisfiedException;
import org.asterism.cluster.MemberId;
import org.asterism.remote.internal.CallCounts;
import org.asterism.remote.internal.Endpoints;
import org.asterism.remote.internal.MethodTable;
import org.asterism.remote.internal.messaging.CountedProxy;
import org.asterism.remote.internal.messaging.MessageLink;
import org.asterism.remote.internal.messaging.RemoteProxy;
import org.asterism.remote.internal.messaging.RemoteTarget;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes proxies of endpoints. A proxy keeps nothing that would have to be given back. */
final class ImportedProxies {

    private static final Logger LOG = LoggerFactory.getLogger(ImportedProxies.class);

    private final RemoteProxy.Environment environment;
    private final MessageLink link;
    private final Duration defaultTimeout;
    private final CallCounts counts;

    ImportedProxies(RemoteProxy.Environment environment, Duration defaultTimeout, CallCounts counts) {
        this.environment = environment;
        this.link = environment.link();
        this.defaultTimeout = defaultTimeout;
        this.counts = counts;
    }

    /**
     * @throws IntentUnsatisfiedException if calls would pass unencrypted that must not
     * @throws IllegalArgumentException if the endpoint does not say who offers it, or a type cannot be carried
     */
    Object proxy(ClassLoader loader, Class<?>[] interfaces, EndpointDescription endpoint) {
        if (Intents.needEncryption(endpoint.getProperties())
                && !link.encrypted().orElse(true)) {
            throw new IntentUnsatisfiedException(Intents.CONFIDENTIAL);
        }
        MethodTable methods = new MethodTable(List.of(interfaces));
        RemoteTarget target = new RemoteTarget(owner(endpoint), endpoint.getId(), timeout(endpoint));
        RemoteProxy proxy = new RemoteProxy(target, environment.codec().prepare(methods), environment);
        CountedProxy counted = new CountedProxy(proxy, counts.of(interfaces[0].getName()));
        return Proxy.newProxyInstance(loader, interfaces, counted);
    }

    private static MemberId owner(EndpointDescription endpoint) {
        return Optional.ofNullable(endpoint.getProperties().get(Endpoints.MEMBER))
                .map(member -> new MemberId(member.toString()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the endpoint " + endpoint.getId() + " does not say its " + Endpoints.MEMBER));
    }

    private Duration timeout(EndpointDescription endpoint) {
        Object said = endpoint.getProperties().get(Endpoints.TIMEOUT);
        if (said == null) {
            return defaultTimeout;
        }
        try {
            long millis = said instanceof Number number
                    ? number.longValue()
                    : Long.parseLong(said.toString().trim());
            if (millis > 0) {
                return Duration.ofMillis(millis);
            }
        } catch (NumberFormatException e) {
            LOG.debug("Not a number: {}", said, e);
        }
        LOG.warn(
                "The endpoint {} says {}={}: {} ms are used",
                endpoint.getId(),
                Endpoints.TIMEOUT,
                said,
                defaultTimeout.toMillis());
        return defaultTimeout;
    }
}
