package org.asterism.hub.internal.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.asterism.cluster.MessageServer;
import org.asterism.hub.internal.HubHealth;
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
    private final List<HubHealth> health = new CopyOnWriteArrayList<>();
    private final AtomicReference<HubRole> role = new AtomicReference<>();

    /** Empty if this is not the active hub at this very moment, even if it has not stopped yet. */
    Optional<MessageServer> server() {
        return Optional.ofNullable(server.get()).filter(present -> isActive());
    }

    /** Empty if this is not the active hub at this very moment. */
    Optional<ClusterEvents> events() {
        return Optional.ofNullable(events.get()).filter(present -> isActive());
    }

    Condition condition() {
        Optional<ClusterEvents> stream = Optional.ofNullable(events.get());
        return new Condition(
                problem(),
                stream.map(ClusterEvents::listening).orElse(0),
                stream.map(ClusterEvents::cut).orElse(0L));
    }

    private Optional<String> problem() {
        return health.stream()
                .flatMap(part -> part.problem().stream())
                .reduce((problem, next) -> problem + "; " + next);
    }

    /** A hub that is the only one has no role. */
    private boolean isActive() {
        HubRole known = role.get();
        return known == null || known.state().role() == Role.ACTIVE;
    }

    /** Why there is no message server here: for someone who has asked for one. */
    Map<String, Object> absence() {
        return Optional.ofNullable(role.get())
                .map(HubRole::state)
                .map(LocalHub::absence)
                .orElseGet(() -> Map.of("role", "starting"));
    }

    private static Map<String, Object> absence(HubRole.State state) {
        return switch (state.role()) {
            case ACTIVE -> Map.of("role", "starting"); // it begins to listen
            case REFUSED -> of("role", "refused", "reason", state.remark());
            case STANDBY ->
                of(
                        "role",
                        "standby",
                        "active",
                        state.active().isEmpty() ? null : state.active(),
                        "epoch",
                        state.epoch(),
                        "remark",
                        state.remark());
        };
    }

    private static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
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

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addHealth(HubHealth present) {
        health.add(present);
    }

    void removeHealth(HubHealth gone) {
        health.remove(gone);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setRole(HubRole present) {
        role.set(present);
    }

    void unsetRole(HubRole gone) {
        role.compareAndSet(gone, null);
    }
}
