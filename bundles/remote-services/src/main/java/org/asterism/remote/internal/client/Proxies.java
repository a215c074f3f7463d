package org.asterism.remote.internal.client;

import java.time.Duration;
import java.util.List;
import org.asterism.cluster.ServiceEntry;
import org.asterism.remote.internal.Endpoints;
import org.asterism.remote.internal.MethodTable;
import org.asterism.remote.internal.cbor.PreparedMethods;
import org.asterism.remote.internal.messaging.RemoteProxy;
import org.asterism.remote.internal.messaging.RemoteTarget;

/** Makes what carries the calls of one endpoint. */
final class Proxies {

    private final RemoteProxy.Environment environment;
    private final Duration timeout;

    /** @param timeout of calls of services that do not say how long they may take */
    Proxies(RemoteProxy.Environment environment, Duration timeout) {
        this.environment = environment;
        this.timeout = timeout;
    }

    PreparedMethods prepare(Class<?> type) {
        return environment.codec().prepare(new MethodTable(List.of(type)));
    }

    RemoteProxy of(ServiceEntry entry, PreparedMethods methods) {
        RemoteTarget target = new RemoteTarget(entry.member(), entry.id(), timeout(entry));
        return new RemoteProxy(target, methods, environment);
    }

    private Duration timeout(ServiceEntry entry) {
        Object said = entry.properties().get(Endpoints.TIMEOUT);
        return said instanceof Number millis && millis.longValue() > 0
                ? Duration.ofMillis(millis.longValue())
                : timeout;
    }
}
