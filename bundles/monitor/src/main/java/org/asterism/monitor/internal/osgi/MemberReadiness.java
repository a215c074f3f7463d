package org.asterism.monitor.internal.osgi;

import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberState;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;

/** Whether this member has joined and is up. One that is islanded goes on working, and so is ready. */
final class MemberReadiness implements HealthCheck {

    private final Surroundings surroundings;

    MemberReadiness(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Result execute() {
        return surroundings
                .cluster()
                .map(cluster -> problem(cluster.self(), cluster.view()))
                .orElseGet(() -> Optional.of("this container is no member of a cluster; look into its log"))
                .map(problem -> new Result(Result.Status.TEMPORARILY_UNAVAILABLE, problem))
                .orElseGet(() -> new Result(Result.Status.OK, "joined"));
    }

    private static Optional<String> problem(MemberId self, ClusterView view) {
        if (self.equals(MemberId.HUB)) {
            return Optional.empty();
        }
        Optional<Member> member = view.member(self);
        if (member.isEmpty()) {
            return Optional.of("it has not joined the hub yet; see asterism:hub");
        }
        if (member.get().state() != MemberState.UP) {
            return Optional.of("it is " + member.get().state());
        }
        return isDraining(self, view) ? Optional.of("it is drained; see asterism:node-resume") : Optional.empty();
    }

    /** What its instance says of a server node. */
    private static boolean isDraining(MemberId self, ClusterView view) {
        return view.services().stream()
                .filter(service -> self.value().equals(service.properties().get(NodeStatus.ID)))
                .anyMatch(service ->
                        NodeState.DRAINING.name().equals(service.properties().get(NodeStatus.STATE)));
    }
}
