package org.asterism.servernode.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.asterism.servernode.Hosting;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ServerNode;

/**
 * A server node inside the container of its instance. Its engine is always there; to be stopped means to get no requests.
 * Safe for use by several threads; changes are told in order.
 */
public final class EmbeddedNode implements ServerNode {

    private final NodeSettings settings;
    private final long pid;
    private final Consumer<NodeStatus> listener;
    private EngineReport report = EngineReport.UNKNOWN;
    private boolean stopped;
    private boolean drained;
    private boolean withdrawn;
    private int weight;
    private NodeStatus told;

    /**
     * Started.
     *
     * @param listener is told of each change of the status; does not block
     */
    public EmbeddedNode(NodeSettings settings, long pid, Consumer<NodeStatus> listener) {
        this.settings = settings;
        this.weight = settings.weight();
        this.pid = pid;
        this.listener = listener;
        this.told = status();
    }

    @Override
    public synchronized NodeStatus status() {
        boolean known = report.url().isPresent();
        NodeState ready = drained ? NodeState.DRAINING : NodeState.UP;
        NodeState running = known && !withdrawn ? ready : NodeState.STARTING;
        NodeState state = stopped ? NodeState.STOPPED : running;
        return new NodeStatus(
                settings.id(),
                state,
                reason(state),
                Hosting.EMBEDDED,
                report.url(),
                pid,
                0,
                stopped ? List.of() : report.applications(),
                weight);
    }

    private String reason(NodeState state) {
        String starting = state == NodeState.STARTING && withdrawn ? NodeStatus.WITHDRAWN : "";
        return state == NodeState.DRAINING ? NodeStatus.DRAINED : starting;
    }

    /** Takes in how the engine is. */
    public synchronized void observe(EngineReport newReport) {
        report = newReport;
        tell();
    }

    @Override
    public synchronized void start() {
        stopped = false;
        tell();
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        drained = false;
        withdrawn = false;
        tell();
    }

    /** There is no process to restart: it is as if the node was started. */
    @Override
    public synchronized void restart() {
        drained = false;
        withdrawn = false;
        start();
    }

    @Override
    public synchronized void drain() {
        drained = true;
        tell();
    }

    @Override
    public synchronized void resume() {
        drained = false;
        tell();
    }

    @Override
    public synchronized void withdraw() {
        withdrawn = true;
        tell();
    }

    @Override
    public synchronized void readmit() {
        withdrawn = false;
        tell();
    }

    @Override
    public synchronized void setWeight(int share) {
        weight = NodeStatus.requireWeight(settings.id(), share);
        tell();
    }

    private void tell() {
        Optional<NodeStatus> changed = Optional.of(status()).filter(status -> !status.equals(told));
        changed.ifPresent(status -> {
            told = status;
            listener.accept(status);
        });
    }
}
