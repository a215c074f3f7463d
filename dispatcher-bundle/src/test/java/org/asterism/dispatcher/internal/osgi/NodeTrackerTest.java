package org.asterism.dispatcher.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.dispatcher.internal.Nodes;
import org.asterism.dispatcher.internal.TargetPool;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.junit.jupiter.api.Test;

class NodeTrackerTest {

    private final NodeTracker tracker = new NodeTracker("a", Nodes.KEY);
    private final List<TargetPool> pools = new ArrayList<>();

    NodeTrackerTest() {
        tracker.listen(pools::add);
    }

    private String state(String key) {
        return pools.get(pools.size() - 1)
                .target(key)
                .map(target -> target.status().state().name())
                .orElse("unknown");
    }

    @Test
    void followsServicesByTheirProperties() {
        tracker.put(1, Nodes.node("a/1", NodeState.STARTING, 1, 1).toProperties(), false);
        assertThat(state("a.1")).isEqualTo("STARTING");
        tracker.put(1, Nodes.up("a/1", 1, "/shop").toProperties(), false);
        assertThat(state("a.1")).isEqualTo("UP");
        tracker.remove(1);
        assertThat(state("a.1")).isEqualTo("unknown");
    }

    @Test
    void anInvalidServiceIsSkippedUntilItIsValid() {
        Map<String, Object> broken = new HashMap<>(Nodes.up("a/1", 1, "/shop").toProperties());
        broken.put(NodeStatus.URL, "ftp://host");
        tracker.put(1, broken, false);
        tracker.put(2, Map.of(), true);
        tracker.put(3, Nodes.up("a/3", 1, "shop").toProperties(), false);
        tracker.put(4, Nodes.up("a/4", 1, "/shop").toProperties(), false);
        assertThat(state("a.1")).isEqualTo("unknown");
        assertThat(state("a.3")).isEqualTo("unknown");
        assertThat(state("a.4")).isEqualTo("UP");
        tracker.put(1, Nodes.up("a/1", 1, "/shop").toProperties(), false);
        assertThat(state("a.1")).isEqualTo("UP");
        tracker.put(1, broken, false);
        assertThat(state("a.1")).isEqualTo("unknown");
    }

    @Test
    void ofTwoServicesForANodeTheLocalOneIsBelieved() {
        Map<String, Object> up = Nodes.up("a/1", 1, "/shop").toProperties();
        Map<String, Object> failed =
                Nodes.node("a/1", NodeState.FAILED, 1, 1, "/shop").toProperties();
        tracker.put(7, up, false);
        tracker.put(8, failed, true);
        assertThat(state("a.1")).isEqualTo("UP");
        tracker.remove(7);
        assertThat(state("a.1")).isEqualTo("FAILED");
        tracker.put(9, up, false);
        assertThat(state("a.1")).isEqualTo("UP");
    }
}
