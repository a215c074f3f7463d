package org.asterism.servernode.internal;

import java.time.Duration;
import java.util.Optional;
import org.asterism.servernode.DrainRequest;
import org.asterism.servernode.DrainResult;
import org.asterism.servernode.NodeLoad;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;

/** One drain, watched until little enough is left or its time is over. Deterministic, for one thread; never reads the clock. */
public final class Drain {

    private final DrainRequest request;
    private final Duration begin;
    private final Duration settled;
    private final NodeLoad before;
    private boolean draining;

    /**
     * Of a node that has just been asked.
     *
     * @param settle how long what it tells may be of before, and dispatchers may not have heard of it
     */
    public Drain(DrainRequest request, NodeLoad before, Duration settle, Duration now) {
        this.request = request;
        this.before = before;
        this.begin = now;
        this.settled = now.plus(settle);
    }

    /** Why this node cannot be drained, if so. */
    public static Optional<String> refusal(NodeStatus status) {
        boolean serves = status.state() == NodeState.UP || status.state() == NodeState.DRAINING;
        return serves ? Optional.empty() : Optional.of(described(status) + ", so there is nothing to drain");
    }

    /** What is to be done next. */
    public DrainStep next(Optional<NodeStatus> node, NodeLoad load, Duration now) {
        if (node.isEmpty()) {
            return new DrainStep.Failed(request.node() + " has gone while it was drained");
        }
        NodeStatus status = node.get();
        draining |= status.state() == NodeState.DRAINING;
        boolean other = status.state() != NodeState.DRAINING && (draining || status.state() != NodeState.UP);
        if (other) {
            return new DrainStep.Failed(described(status) + " while it was drained");
        }
        boolean reached = draining
                && now.compareTo(settled) >= 0
                && load.sessions() <= request.untilSessions()
                && load.requests() == 0;
        boolean over = now.minus(begin).compareTo(request.max()) >= 0;
        return reached || over
                ? new DrainStep.Done(new DrainResult(reached, before, load, 0, now.minus(begin)))
                : new DrainStep.Wait(load);
    }

    private static String described(NodeStatus status) {
        String reason = status.reason().isEmpty() ? "" : " (" + status.reason() + ")";
        return status.id() + " is " + status.state() + reason;
    }
}
