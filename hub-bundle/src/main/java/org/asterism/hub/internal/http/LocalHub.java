package org.asterism.hub.internal.http;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.asterism.cluster.MessageServer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The message server of this container. It is there only in the active hub; those who answer by HTTP are there also before,
 * and in a standby.
 */
@Component(
        service = LocalHub.class,
        configurationPid = "org.asterism.hub",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class LocalHub {

    private final AtomicReference<MessageServer> server = new AtomicReference<>();
    private final AtomicReference<ClusterEvents> events = new AtomicReference<>();

    Optional<MessageServer> server() {
        return Optional.ofNullable(server.get());
    }

    Optional<ClusterEvents> events() {
        return Optional.ofNullable(events.get());
    }

    /** What this hub is while it is not the active one. */
    String role() {
        return "standby";
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            target = "(!(service.imported=*))")
    void setServer(MessageServer present) {
        server.set(present);
    }

    void unsetServer(MessageServer gone) {
        server.compareAndSet(gone, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setEvents(ClusterEvents present) {
        events.set(present);
    }

    void unsetEvents(ClusterEvents gone) {
        events.compareAndSet(gone, null);
    }
}
