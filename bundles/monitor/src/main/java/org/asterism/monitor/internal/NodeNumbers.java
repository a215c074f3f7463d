package org.asterism.monitor.internal;

import static org.asterism.metrics.Metric.counter;
import static org.asterism.metrics.Metric.gauge;

import java.util.List;
import java.util.function.Supplier;
import org.asterism.alarm.AlarmKind;
import org.asterism.alarm.AlarmKind.Severity;
import org.asterism.alarm.AlarmSource;
import org.asterism.alarm.Condition;
import org.asterism.metrics.Metric;
import org.asterism.metrics.MetricSource;
import org.asterism.metrics.Readings;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;

/** The server nodes of this instance. */
public final class NodeNumbers implements MetricSource, AlarmSource {

    private static final String NODE = "node";

    static final Metric STATE = gauge("asterism_node_state", "1 for the state a server node is in", NODE, "state");
    static final Metric RESTARTS = counter("asterism_node_restarts_total", "How often it was started again", NODE);
    static final Metric WEIGHT = gauge("asterism_node_weight", "Its share of new requests", NODE);
    static final Metric APPLICATIONS = gauge("asterism_node_applications", "Applications that it serves", NODE);

    public static final AlarmKind CRASH_LOOP = new AlarmKind(
            "crash-loop",
            Severity.CRITICAL,
            "look into log/console.log and log/karaf.log of the node, then asterism:node-start");

    private final Supplier<List<NodeStatus>> nodes;

    /** @param nodes those of this container */
    public NodeNumbers(Supplier<List<NodeStatus>> nodes) {
        this.nodes = nodes;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(STATE, RESTARTS, WEIGHT, APPLICATIONS);
    }

    @Override
    public void read(Readings readings) {
        for (NodeStatus node : nodes.get()) {
            String id = node.id().value();
            readings.add(STATE, 1, id, node.state().name());
            readings.add(RESTARTS, node.restarts(), id);
            readings.add(WEIGHT, node.weight(), id);
            readings.add(APPLICATIONS, node.applications().size(), id);
        }
    }

    @Override
    public List<AlarmKind> kinds() {
        return List.of(CRASH_LOOP);
    }

    @Override
    public List<Condition> conditions() {
        return nodes.get().stream()
                .filter(node -> node.state() == NodeState.QUARANTINED)
                .map(node -> CRASH_LOOP.of(node.id().value(), "it is quarantined: " + node.reason()))
                .toList();
    }
}
