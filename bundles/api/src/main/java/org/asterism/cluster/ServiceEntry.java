package org.asterism.cluster;

import java.util.List;
import java.util.Map;

/**
 * One entry of the service list.
 *
 * @param id unique in the cluster and chosen by the owner
 * @param interfaces the fully qualified names of the Java interfaces offered; at least one
 * @param member who offers it
 * @param properties what else is known of it: values are strings, booleans, longs, doubles and lists of these
 */
public record ServiceEntry(String id, List<String> interfaces, MemberId member, Map<String, Object> properties) {

    public ServiceEntry {
        interfaces = List.copyOf(interfaces);
        properties = Map.copyOf(properties);
    }
}
