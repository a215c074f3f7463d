package org.asterism.deployment.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.Rollout;
import org.asterism.servernode.NodeStatus;

/**
 * What a roller sees.
 *
 * @param rollout as it is written down
 * @param nodes how the instances see their nodes
 * @param accounts what the nodes say of themselves
 * @param members the server nodes that are members of the cluster now
 * @param settle how long it may take until all dispatchers have turned away from a node
 * @param now by the clock that {@code rollout} was written with
 */
public record RollObservation(
        Rollout rollout,
        Map<MemberId, NodeStatus> nodes,
        Map<MemberId, NodeAccount> accounts,
        Set<MemberId> members,
        Duration settle,
        Instant now) {

    /** An embedded node is accounted for by its instance. */
    Optional<NodeAccount> account(MemberId node) {
        return Optional.ofNullable(accounts.get(node))
                .or(() -> node.parent().map(MemberId::new).map(accounts::get));
    }

    Optional<NodeStatus> status(MemberId node) {
        return Optional.ofNullable(nodes.get(node));
    }

    boolean longerThan(Instant since, Duration limit) {
        return Duration.between(since, now).compareTo(limit) >= 0;
    }
}
