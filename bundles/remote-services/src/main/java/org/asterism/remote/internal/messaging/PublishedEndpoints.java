package org.asterism.remote.internal.messaging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.spi.ServicePublication;
import org.asterism.cluster.spi.ServicePublisher;
import org.asterism.remote.internal.EndpointProperties;

/** This member's endpoints in the cluster's service list. */
public final class PublishedEndpoints implements AutoCloseable {

    private final ServicePublisher publisher;
    private final Map<String, Published> published = new HashMap<>();

    private record Published(ServicePublication publication, Map<String, Object> properties) {}

    public PublishedEndpoints(ServicePublisher publisher) {
        this.publisher = publisher;
    }

    /** Adds the endpoint or, if it is there, gives it new properties; its interfaces stay as they were. */
    public synchronized void put(String id, List<String> interfaces, Map<String, ?> endpoint) {
        Published before = published.get(id);
        if (before == null) {
            Map<String, Object> properties = EndpointProperties.toList(endpoint);
            published.put(id, new Published(publisher.publish(id, interfaces, properties), properties));
            return;
        }
        Map<String, Object> properties = EndpointProperties.updated(before.properties(), endpoint);
        if (!properties.equals(before.properties())) {
            before.publication().update(properties);
            published.put(id, new Published(before.publication(), properties));
        }
    }

    /** Takes the endpoint out; has no effect if it is not there. */
    public synchronized void remove(String id) {
        Published before = published.remove(id);
        if (before != null) {
            before.publication().close();
        }
    }

    /** Takes all endpoints out. */
    @Override
    public synchronized void close() {
        published.values().forEach(endpoint -> endpoint.publication().close());
        published.clear();
    }
}
