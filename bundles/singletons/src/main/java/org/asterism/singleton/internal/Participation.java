package org.asterism.singleton.internal;

import java.util.List;
import java.util.Set;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;
import org.asterism.servernode.Hosting;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ServerNode;

/**
 * Whether a member takes part: not while it drains, as it says itself or as the instance says of its server node. A container that
 * hosts server nodes itself drains when all of them do.
 */
public final class Participation {

    private static final Set<Object> GOING = Set.of(NodeState.DRAINING.name(), NodeState.STOPPED.name());

    private Participation() {}

    public static boolean of(MemberId self, ClusterView view) {
        return !drainsItself(self, view) && !isDrained(self, view);
    }

    private static boolean drainsItself(MemberId self, ClusterView view) {
        return view.member(self)
                .map(Member::state)
                .filter(MemberState.DRAINING::equals)
                .isPresent();
    }

    private static boolean isDrained(MemberId self, ClusterView view) {
        List<ServiceEntry> nodes = view.services().stream()
                .filter(entry -> entry.interfaces().contains(ServerNode.class.getName()))
                .filter(entry -> isHere(self, entry))
                .toList();
        return !nodes.isEmpty()
                && nodes.stream()
                        .allMatch(node -> GOING.contains(node.properties().getOrDefault(NodeStatus.STATE, "")));
    }

    private static boolean isHere(MemberId self, ServiceEntry entry) {
        return self.value().equals(entry.properties().get(NodeStatus.ID))
                || (entry.member().equals(self)
                        && Hosting.EMBEDDED.name().equals(entry.properties().get(NodeStatus.HOSTING)));
    }
}
