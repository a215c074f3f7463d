package org.asterism.servernode.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.internal.RollStep.Failed;
import org.asterism.servernode.internal.RollStep.Finished;
import org.asterism.servernode.internal.RollStep.Restart;
import org.asterism.servernode.internal.RollStep.Returned;
import org.asterism.servernode.internal.RollStep.Wait;

/**
 * A rolling restart: one node after the other, the next one only when the one before it is up again with all it had. Deterministic, for
 * one thread; never reads the clock.
 */
public final class Roll {

    private final Deque<MemberId> left;
    private final Duration limit;
    private final boolean force;
    private Optional<Turn> turn = Optional.empty();

    /** The node that is being restarted. */
    private record Turn(NodeStatus before, Duration begin, boolean leftUp) {

        Turn seen(NodeStatus now) {
            return leftUp || now.state() == NodeState.UP ? this : new Turn(before, begin, true);
        }

        boolean isBack(NodeStatus now) {
            return now.state() == NodeState.UP
                    && (leftUp || now.pid() != before.pid())
                    && now.applications().containsAll(before.applications());
        }
    }

    /**
     * @param nodes in this order
     * @param limit for each of them
     * @param force also one that is the only one for an application
     */
    public Roll(List<MemberId> nodes, Duration limit, boolean force) {
        this.left = new ArrayDeque<>(nodes);
        this.limit = limit;
        this.force = force;
    }

    /**
     * What comes next.
     *
     * @param nodes all of the cluster as they are now
     * @param now since any fixed moment
     */
    public RollStep next(Map<MemberId, NodeStatus> nodes, Duration now) {
        if (left.isEmpty()) {
            return new Finished();
        }
        NodeStatus status = nodes.get(left.element());
        if (turn.isPresent()) {
            return goOn(turn.get(), Optional.ofNullable(status), now);
        }
        return status == null ? new Failed(left.element() + " is not there") : begin(status, nodes.values(), now);
    }

    private RollStep begin(NodeStatus status, Collection<NodeStatus> nodes, Duration now) {
        if (status.state() != NodeState.UP) {
            return new Failed(described(status) + ", not UP: mend that first");
        }
        List<String> alone = status.applications().stream()
                .filter(application -> nodes.stream().noneMatch(node -> isAnother(node, status, application)))
                .toList();
        if (!alone.isEmpty() && !force) {
            return new Failed("no other server node that is UP has " + String.join(", ", alone) + " while "
                    + status.id() + " restarts; with force it is done all the same");
        }
        turn = Optional.of(new Turn(status, now, false));
        return new Restart(status.id());
    }

    private static boolean isAnother(NodeStatus node, NodeStatus than, String application) {
        return !node.id().equals(than.id())
                && node.state() == NodeState.UP
                && node.applications().contains(application);
    }

    private RollStep goOn(Turn before, Optional<NodeStatus> status, Duration now) {
        Duration after = now.minus(before.begin());
        if (status.filter(before::isBack).isPresent()) {
            turn = Optional.empty();
            return new Returned(left.remove(), after);
        }
        turn = status.map(before::seen).or(() -> Optional.of(before));
        boolean dead = status.filter(one -> one.state() == NodeState.FAILED || one.state() == NodeState.QUARANTINED)
                .isPresent();
        if (dead || after.compareTo(limit) >= 0) {
            String how = status.map(Roll::described).orElse(left.element() + " is not there");
            return new Failed(how + " " + after.toSeconds() + " s after it was asked to restart");
        }
        return new Wait();
    }

    private static String described(NodeStatus status) {
        String reason = status.reason().isEmpty() ? "" : " (" + status.reason() + ")";
        return status.id() + " is " + status.state() + reason;
    }
}
