package org.asterism.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.asterism.cluster.MemberId;

/**
 * How a generation comes to the nodes.
 *
 * @param from the generation that was stable when this one was begun; nodes go back to it
 * @param reason why it is in this state; empty if nothing is to be said
 * @param roller the instance that drives it, or drove it last
 * @param nodes in the order of their turns
 * @param since when this state began
 */
public record Rollout(
        long generation,
        long from,
        RolloutState state,
        String reason,
        Optional<MemberId> roller,
        RollOptions options,
        List<NodeProgress> nodes,
        Instant since) {

    public Rollout {
        nodes = List.copyOf(nodes);
    }
}
