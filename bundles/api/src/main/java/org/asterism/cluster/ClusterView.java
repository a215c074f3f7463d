package org.asterism.cluster;

import java.util.List;
import java.util.Optional;

/**
 * The two lists at one moment, as one member knows them.
 *
 * @param epoch the life of the hub this comes from; 0 before the first contact
 * @param revision counts the changes within the epoch
 * @param warming the hub has just started and not everyone it should expect is back: a member that is remembered from
 *     before stays in the view until the hub says that it is lost
 * @param stale the link to the hub is down: this is the last that was known
 * @param members sorted by id
 * @param services sorted by id
 */
public record ClusterView(
        long epoch, long revision, boolean warming, boolean stale, List<Member> members, List<ServiceEntry> services) {

    /** What a member knows before it has ever reached the hub. */
    public static final ClusterView UNKNOWN = new ClusterView(0, 0, false, true, List.of(), List.of());

    public ClusterView {
        members = List.copyOf(members);
        services = List.copyOf(services);
    }

    /** The member of this id, if it is in the list. */
    public Optional<Member> member(MemberId id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst();
    }

    /** The service of this id, if it is in the list. */
    public Optional<ServiceEntry> service(String id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }
}
