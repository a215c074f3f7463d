package org.asterism.hub.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.asterism.cluster.MessageServer;
import org.asterism.hub.internal.standby.HubRole;
import org.asterism.hub.internal.standby.HubRole.Role;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The message server of this container. It is there only in the active hub; those who answer by HTTP are there also before,
 * and in a standby.
 */
@Component(service = LocalHub.class)
public final class LocalHub {

    private final AtomicReference<MessageServer> server = new AtomicReference<>();
    private final AtomicReference<ClusterEvents> events = new AtomicReference<>();
    private final AtomicReference<HubRole> role = new AtomicReference<>();

    Optional<MessageServer> server() {
        return Optional.ofNullable(server.get());
    }

    Optional<ClusterEvents> events() {
        return Optional.ofNullable(events.get());
    }

    /** Why there is no message server here: for someone who has asked for one. */
    Map<String, Object> absence() {
        Optional<HubRole.State> state =
                Optional.ofNullable(role.get()).map(HubRole::state).filter(known -> known.role() == Role.STANDBY);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("role", state.isPresent() ? "standby" : "starting");
        state.ifPresent(standby -> {
            json.put("active", standby.active().isEmpty() ? null : standby.active());
            json.put("epoch", standby.epoch());
            json.put("remark", standby.remark());
        });
        return json;
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

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setRole(HubRole present) {
        role.set(present);
    }

    void unsetRole(HubRole gone) {
        role.compareAndSet(gone, null);
    }
}
