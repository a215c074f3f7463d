package org.asterism.remote.internal.osgi;

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

/** Brings imports and listeners up to date with the view. One thread. */
final class Discovery {

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);

    private final RemoteEndpoints remote;
    private final HeldImports imports;
    private final EndpointListeners listeners;
    private final Map<String, EndpointDescription> announced = new LinkedHashMap<>();
    private final Map<String, EndpointDescription> blocked = new LinkedHashMap<>();

    Discovery(MemberId self, HeldImports imports, EndpointListeners listeners) {
        this.remote = new RemoteEndpoints(self);
        this.imports = imports;
        this.listeners = listeners;
    }

    /** Takes in the view and tells the listeners; false if it must be called again soon even if nothing changes. */
    boolean update(ClusterView view) {
        List<EndpointChange> changes = remote.apply(view);
        Map.copyOf(blocked).values().forEach(this::add);
        changes.forEach(this::take);
        listeners.tell(announced);
        return blocked.isEmpty();
    }

    /** Takes back everything. */
    void close() {
        Set<String> ids = Set.copyOf(announced.keySet());
        announced.clear();
        listeners.tell(announced);
        ids.forEach(imports::close);
    }

    private void take(EndpointChange change) {
        String id = change.entry().id();
        if (change instanceof EndpointChange.Removed) {
            remove(id);
            return;
        }
        try {
            EndpointDescription endpoint = new EndpointDescription(EndpointProperties.ofList(change.entry()));
            if (announced.containsKey(id)) {
                announced.put(id, endpoint);
                imports.update(endpoint);
            } else {
                add(endpoint);
            }
        } catch (IllegalArgumentException e) {
            LOG.warn(
                    "The service {} of {} does not describe an endpoint",
                    id,
                    change.entry().member(),
                    e);
        }
    }

    private void add(EndpointDescription endpoint) {
        if (imports.open(endpoint)) {
            blocked.remove(endpoint.getId());
            announced.put(endpoint.getId(), endpoint);
        } else {
            blocked.put(endpoint.getId(), endpoint);
        }
    }

    private void remove(String id) {
        blocked.remove(id);
        if (announced.remove(id) != null) {
            listeners.tell(announced);
            imports.close(id);
        }
    }
}
