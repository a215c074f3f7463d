package org.asterism.remote.internal.osgi;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.MemberId;
import org.asterism.remote.internal.EndpointChange;
import org.asterism.remote.internal.EndpointProperties;
import org.asterism.remote.internal.RemoteEndpoints;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings imports and listeners up to date with the view and with what bundles describe. One thread. */
final class Discovery {

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);

    private final RemoteEndpoints remote;
    private final HeldImports imports;
    private final ImportedServices services;
    private final EndpointListeners listeners;
    private final Map<String, EndpointDescription> announced = new LinkedHashMap<>();
    /** What bundles describe; nothing of it is held, because it does not change. */
    private Map<String, EndpointDescription> described = Map.of();
    /** To be announced as soon as the service of their former life is gone. */
    private final Map<String, EndpointDescription> waiting = new LinkedHashMap<>();
    /** Services without an endpoint that were there at the last update already. */
    private final Set<String> leftBehind = new HashSet<>();

    Discovery(MemberId self, HeldImports imports, ImportedServices services, EndpointListeners listeners) {
        this.remote = new RemoteEndpoints(self);
        this.imports = imports;
        this.services = services;
        this.listeners = listeners;
    }

    /** Takes in both and tells the listeners; false if it must be called again soon even if nothing changes. */
    boolean update(ClusterView view, Map<String, EndpointDescription> descriptions) {
        described = descriptions;
        remote.apply(view).forEach(this::take);
        announceWaiting();
        listeners.tell(all());
        return removeLeftBehind() && waiting.isEmpty();
    }

    /** Takes back everything. */
    void close() {
        described = Map.of();
        List.copyOf(announced.keySet()).forEach(this::remove);
        listeners.tell(all());
    }

    /** An endpoint of the cluster takes precedence over one that a bundle describes. */
    private Map<String, EndpointDescription> all() {
        Map<String, EndpointDescription> all = new LinkedHashMap<>(described);
        all.putAll(announced);
        return all;
    }

    private void take(EndpointChange change) {
        String id = change.entry().id();
        if (change instanceof EndpointChange.Removed) {
            remove(id);
            return;
        }
        try {
            EndpointDescription endpoint = new EndpointDescription(EndpointProperties.ofList(change.entry()));
            if (announced.containsKey(id) && imports.update(endpoint)) {
                announced.put(id, endpoint);
            } else {
                remove(id);
                waiting.put(id, endpoint);
            }
        } catch (IllegalArgumentException e) {
            LOG.warn(
                    "The service {} of {} does not describe an endpoint",
                    id,
                    change.entry().member(),
                    e);
        }
    }

    private void announceWaiting() {
        Set<String> present = waiting.isEmpty() ? Set.of() : services.ids();
        waiting.values().removeIf(endpoint -> {
            boolean free = !present.contains(endpoint.getId());
            if (free) {
                imports.open(endpoint);
                announced.put(endpoint.getId(), endpoint);
            }
            return free;
        });
    }

    private void remove(String id) {
        waiting.remove(id);
        if (announced.remove(id) != null) {
            listeners.tell(all());
            imports.close(id);
        }
    }

    /** Reminds the listeners of services that should have gone; false if there are any. */
    private boolean removeLeftBehind() {
        Map<String, EndpointDescription> present = services.endpoints();
        present.keySet().removeAll(all().keySet());
        present.values().stream()
                .filter(endpoint -> leftBehind.contains(endpoint.getId()))
                .forEach(listeners::repeatRemoval);
        leftBehind.clear();
        leftBehind.addAll(present.keySet());
        return present.isEmpty();
    }
}
