package org.asterism.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** How far it is offered; a value that is no scope counts as {@link Scope#MEMBER}, the narrowest. */
    public Scope scope() {
        try {
            return Scope.ofLabel(String.valueOf(properties.getOrDefault(Scope.PROPERTY, Scope.CLUSTER.label())));
        } catch (IllegalArgumentException e) {
            return Scope.MEMBER;
        }
    }

    /** Whether this member may use it. */
    public boolean isOfferedTo(Member consumer) {
        return switch (scope()) {
            case CLUSTER -> true;
            case INSTANCE ->
                consumer.instance().isPresent() && consumer.instance().equals(instance());
            case MEMBER -> consumer.id().equals(member);
        };
    }

    private Optional<String> instance() {
        return Optional.of(member.parent().orElse(member.value()));
    }
}
