package org.asterism.servernode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.junit.jupiter.api.Test;

class NodeStatusTest {

    private static final NodeStatus UP = new NodeStatus(
            MemberId.ofNode("a", 1),
            NodeState.UP,
            "",
            Hosting.PROCESS,
            Optional.of(URI.create("http://127.0.0.1:40001")),
            4711,
            2,
            List.of("/shop", "/admin"),
            1,
            Optional.of(Instant.parse("2026-11-30T12:00:00.123456Z")),
            Optional.of("127.0.0.1:20005"));

    @Test
    void survivesTheWayThroughServiceProperties() {
        assertThat(NodeStatus.ofProperties(UP.toProperties())).isEqualTo(UP);
    }

    @Test
    void sinceWhenAndForADebuggerNeedNotBeKnown() {
        Map<String, Object> wire = new HashMap<>(UP.toProperties());
        assertThat(wire).containsEntry(NodeStatus.SINCE, 1_796_040_000_123L);
        wire.remove(NodeStatus.SINCE);
        wire.remove(NodeStatus.DEBUG);
        assertThat(NodeStatus.ofProperties(wire).since()).isEmpty();
        assertThat(NodeStatus.ofProperties(wire).debug()).isEmpty();
    }

    @Test
    void takesListsAndAnyNumberAsTheyComeFromTheWire() {
        Map<String, Object> wire = new HashMap<>(UP.toProperties());
        wire.put(NodeStatus.APPLICATIONS, List.of("/admin", "/shop"));
        wire.put(NodeStatus.RESTARTS, 2);
        assertThat(NodeStatus.ofProperties(wire)).isEqualTo(UP);
    }

    @Test
    void namesTheMissingProperty() {
        Map<String, Object> wire = new HashMap<>(UP.toProperties());
        wire.remove(NodeStatus.STATE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NodeStatus.ofProperties(wire))
                .withMessageContaining(NodeStatus.STATE);
    }
}
