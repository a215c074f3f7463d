package org.asterism.cluster.spi;

import java.util.List;
import java.util.Map;

/** Puts services of this member into the cluster's service list. */
public interface ServicePublisher {

    /**
     * Offers a service. It is in the list as soon as the hub has heard of it, and again after each restart of the hub,
     * until the publication is closed. Never blocks.
     *
     * @param id unique in the cluster
     * @param interfaces at least one fully qualified interface name
     * @param properties strings, booleans, numbers and lists of these
     * @throws IllegalArgumentException if this member already offers a service of this id or a value has another type
     */
    ServicePublication publish(String id, List<String> interfaces, Map<String, Object> properties);
}
