package org.asterism.cluster;

import java.util.List;
import java.util.Optional;

/**
 * The two lists at one moment, as one member knows them. Making a view from another costs O(log n), looking up an entry too.
 *
 * @param epoch the life of the hub this comes from; 0 before the first contact
 * @param revision counts the changes within the epoch
 * @param warming the hub has just started and not everyone it should expect is back: a member that is remembered from
 *     before stays in the view until the hub says that it is lost
 * @param stale the link to the hub is down: this is the last that was known
 * @param members sorted by id, immutable
 * @param services sorted by id, immutable
 */
public record ClusterView(
        long epoch, long revision, boolean warming, boolean stale, List<Member> members, List<ServiceEntry> services) {

    /** What a member knows before it has ever reached the hub. */
    public static final ClusterView UNKNOWN = new ClusterView(0, 0, false, true, List.of(), List.of());

    /** Sorts the lists. */
    public ClusterView {
        members = SortedList.of(members, Member::id);
        services = SortedList.of(services, ServiceEntry::id);
    }

    /** The member of this id, if it is in the list. */
    public Optional<Member> member(MemberId id) {
        return memberList().find(id);
    }

    /** The service of this id, if it is in the list. */
    public Optional<ServiceEntry> service(String id) {
        return serviceList().find(id);
    }

    /** The same lists, told otherwise. */
    public ClusterView with(long newEpoch, long newRevision, boolean isWarming, boolean isStale) {
        return new ClusterView(newEpoch, newRevision, isWarming, isStale, members, services);
    }

    /** With this member in the place of any other that has its id. */
    public ClusterView with(Member member) {
        return new ClusterView(epoch, revision, warming, stale, memberList().with(member), services);
    }

    /** Without the member of this id; its services stay. */
    public ClusterView without(MemberId id) {
        return new ClusterView(epoch, revision, warming, stale, memberList().without(id), services);
    }

    /** With this service in the place of any other that has its id. */
    public ClusterView with(ServiceEntry service) {
        return new ClusterView(
                epoch, revision, warming, stale, members, serviceList().with(service));
    }

    /** Without the service of this id. */
    public ClusterView withoutService(String id) {
        return new ClusterView(
                epoch, revision, warming, stale, members, serviceList().without(id));
    }

    private SortedList<MemberId, Member> memberList() {
        return SortedList.of(members, Member::id);
    }

    private SortedList<String, ServiceEntry> serviceList() {
        return SortedList.of(services, ServiceEntry::id);
    }
}
