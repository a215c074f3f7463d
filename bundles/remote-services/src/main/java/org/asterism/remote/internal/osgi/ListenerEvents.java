package org.asterism.remote.internal.osgi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Filter;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEvent;

/** What one endpoint listener was told, and so what it must be told next. One thread. */
final class ListenerEvents {

    private final Map<String, Map<String, EndpointDescription>> toldByFilter = new LinkedHashMap<>();

    private Map<String, EndpointDescription> before = Map.of();

    private final Set<String> everUsed = new LinkedHashSet<>();

    /** An event and the filter it is for. */
    record Due(EndpointEvent event, String filter) {}

    /**
     * The events that bring the listener from what it was told to these endpoints.
     *
     * @param scope the listener's filters of now
     * @param endpoints by their identifiers; not changed afterwards
     */
    List<Due> sync(Collection<Filter> scope, Map<String, EndpointDescription> endpoints) {
        List<Due> due = new ArrayList<>();
        Map<String, Map<String, EndpointDescription>> matches = new LinkedHashMap<>();
        scope.forEach(filter -> matches.put(filter.toString(), matching(filter, endpoints)));
        everUsed.addAll(matches.keySet());
        matches.forEach((filter, matching) -> appear(filter, matching, due));
        toldByFilter.forEach((filter, told) -> disappear(
                filter, told, matches.getOrDefault(filter, Map.of()), matches.containsKey(filter), endpoints, due));
        toldByFilter.clear();
        toldByFilter.putAll(matches);
        before = endpoints;
        return due;
    }

    /** That the endpoint is gone, for every filter the listener ever had. */
    List<Due> repeatRemoval(EndpointDescription endpoint) {
        EndpointEvent removed = new EndpointEvent(EndpointEvent.REMOVED, endpoint);
        return everUsed.stream().map(filter -> new Due(removed, filter)).toList();
    }

    @SuppressWarnings("ReferenceEquality") // descriptions of one endpoint are equal whatever they say
    private void appear(String filter, Map<String, EndpointDescription> matching, List<Due> due) {
        Map<String, EndpointDescription> told = toldByFilter.getOrDefault(filter, Map.of());
        matching.forEach((id, endpoint) -> {
            if (!told.containsKey(id)) {
                due.add(new Due(new EndpointEvent(EndpointEvent.ADDED, endpoint), filter));
            } else if (told.get(id) != endpoint) {
                due.add(new Due(new EndpointEvent(EndpointEvent.MODIFIED, endpoint), filter));
            }
        });
    }

    private static void disappear(
            String filter,
            Map<String, EndpointDescription> told,
            Map<String, EndpointDescription> matching,
            boolean inScope,
            Map<String, EndpointDescription> endpoints,
            List<Due> due) {
        told.forEach((id, before) -> {
            if (!matching.containsKey(id)) {
                EndpointDescription now = endpoints.get(id);
                due.add(new Due(
                        inScope && now != null
                                ? new EndpointEvent(EndpointEvent.MODIFIED_ENDMATCH, now)
                                : new EndpointEvent(EndpointEvent.REMOVED, before),
                        filter));
            }
        });
    }

    /** Asks a filter only of what it was not asked before: the topology manager has hundreds, and changes them often. */
    private Map<String, EndpointDescription> matching(Filter filter, Map<String, EndpointDescription> endpoints) {
        Map<String, EndpointDescription> told = toldByFilter.get(filter.toString());
        Map<String, EndpointDescription> matching = new LinkedHashMap<>();
        endpoints.forEach((id, endpoint) -> {
            boolean known = told != null && isAsBefore(id, endpoint);
            if (known ? told.containsKey(id) : filter.matches(endpoint.getProperties())) {
                matching.put(id, endpoint);
            }
        });
        return matching;
    }

    @SuppressWarnings("ReferenceEquality") // descriptions of one endpoint are equal whatever they say
    private boolean isAsBefore(String id, EndpointDescription endpoint) {
        return before.get(id) == endpoint;
    }
}
