package org.asterism.remote.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.Scope;
import org.asterism.cluster.ServiceEntry;

/**
 * The endpoints of other members, as far as they were told on. Deterministic; one thread.
 *
 * <ol>
 *   <li>A stale view changes nothing.
 *   <li>While the hub is warming an endpoint that is not in the list stays, unless its owner is known to live another life.
 *   <li>An endpoint that is in the list as before causes no change, whatever happened to the hub.
 *   <li>An endpoint that is not offered to this member, by its scope, is as if it were not in the list.
 *   <li>Additions and changes come before removals, so that a reference can move on to the successor.
 * </ol>
 */
public final class RemoteEndpoints {

    private final MemberId self;
    private final Map<String, Known> known = new LinkedHashMap<>();

    private record Known(ServiceEntry entry, String life) {}

    /** @param self whose own endpoints are left out */
    public RemoteEndpoints(MemberId self) {
        this.self = self;
    }

    /** What has changed since the last view. */
    public List<EndpointChange> apply(ClusterView view) {
        List<EndpointChange> changes = new ArrayList<>();
        if (!view.stale()) {
            List<ServiceEntry> listed = view.services().stream()
                    .filter(entry -> isRemote(entry, view))
                    .toList();
            listed.forEach(entry -> see(entry, life(view, entry.member()), changes));
            forget(view, listed.stream().map(ServiceEntry::id).collect(Collectors.toSet()), changes);
        }
        return changes;
    }

    private boolean isRemote(ServiceEntry entry, ClusterView view) {
        return !entry.member().equals(self) && EndpointProperties.isEndpoint(entry) && isOffered(entry, view);
    }

    /** A member that is in no list, like the hub, is offered what all are. */
    private boolean isOffered(ServiceEntry entry, ClusterView view) {
        return entry.scope() == Scope.CLUSTER
                || view.member(self).map(entry::isOfferedTo).orElse(false);
    }

    private void see(ServiceEntry entry, String life, List<EndpointChange> changes) {
        Known before = known.put(entry.id(), new Known(entry, life));
        if (before == null) {
            changes.add(new EndpointChange.Added(entry));
        } else if (!before.entry().interfaces().equals(entry.interfaces())
                || !before.entry().member().equals(entry.member())) {
            changes.add(new EndpointChange.Removed(before.entry()));
            changes.add(new EndpointChange.Added(entry));
        } else if (!before.entry().properties().equals(entry.properties())) {
            changes.add(new EndpointChange.Changed(entry));
        }
    }

    private void forget(ClusterView view, Set<String> listed, List<EndpointChange> changes) {
        known.values().removeIf(candidate -> {
            boolean gone = !listed.contains(candidate.entry().id()) && !mayComeBack(candidate, view);
            if (gone) {
                changes.add(new EndpointChange.Removed(candidate.entry()));
            }
            return gone;
        });
    }

    private static boolean mayComeBack(Known candidate, ClusterView view) {
        String life = life(view, candidate.entry().member());
        return view.warming() && (life.isEmpty() || life.equals(candidate.life()));
    }

    private static String life(ClusterView view, MemberId member) {
        return member.equals(MemberId.HUB)
                ? Long.toString(view.epoch())
                : view.member(member).map(Member::incarnation).orElse("");
    }
}
