package org.asterism.servernode.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.asterism.servernode.Hosting;
import org.asterism.servernode.NodeLoad;
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
    private final InstantSource clock;
    private final Consumer<NodeStatus> listener;
    private EngineReport report = EngineReport.UNKNOWN;
    private boolean stopped;
    private boolean drained;
    private boolean withdrawn;
    private boolean isolated;
    private int weight;
    private NodeState shown = NodeState.STARTING;
    private Instant since;
    private NodeStatus told;

    /**
     * Started.
     *
     * @param clock tells since when it is in its state
     * @param listener is told of each change of the status; does not block
     */
    public EmbeddedNode(NodeSettings settings, long pid, InstantSource clock, Consumer<NodeStatus> listener) {
        this.settings = settings;
        this.weight = settings.weight();
        this.pid = pid;
        this.clock = clock;
        this.since = clock.instant();
        this.listener = listener;
        this.told = status();
    }

    @Override
    public synchronized NodeStatus status() {
        NodeState state = state();
        return new NodeStatus(
                settings.id(),
                state,
                reason(state),
                Hosting.EMBEDDED,
                report.url(),
                pid,
                0,
                stopped ? List.of() : report.applications(),
                weight,
                Optional.of(since),
                Optional.empty());
    }

    private NodeState state() {
        if (stopped) {
            return NodeState.STOPPED;
        }
        if (report.url().isEmpty() || withdrawn) {
            return NodeState.STARTING;
        }
        if (isolated) {
            return NodeState.ISOLATED;
        }
        return drained ? NodeState.DRAINING : NodeState.UP;
    }

    private String reason(NodeState state) {
        return switch (state) {
            case STARTING -> withdrawn ? NodeStatus.WITHDRAWN : "";
            case DRAINING -> NodeStatus.DRAINED;
            case ISOLATED -> NodeStatus.ISOLATED;
            default -> "";
        };
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
        isolated = false;
        tell();
    }

    /** There is no process to restart: it is as if the node was started. */
    @Override
    public synchronized void restart() {
        drained = false;
        withdrawn = false;
        isolated = false;
        start();
    }

    @Override
    public synchronized void drain() {
        drained = true;
        isolated = false;
        tell();
    }

    @Override
    public synchronized void isolate() {
        isolated = true;
        tell();
    }

    @Override
    public void debug() {
        throw new UnsupportedOperationException(
                settings.id() + " has no process of its own: start its instance with a debugger, by etc/jvm.options");
    }

    @Override
    public synchronized void resume() {
        drained = false;
        isolated = false;
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

    @Override
    public synchronized NodeLoad load() {
        return report.load();
    }

    private void tell() {
        NodeState state = state();
        since = state == shown ? since : clock.instant();
        shown = state;
        Optional<NodeStatus> changed = Optional.of(status()).filter(status -> !status.equals(told));
        changed.ifPresent(status -> {
            told = status;
            listener.accept(status);
        });
    }
}
