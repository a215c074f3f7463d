package org.asterism.servernode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
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
            1);

    @Test
    void survivesTheWayThroughServiceProperties() {
        assertThat(NodeStatus.ofProperties(UP.toProperties())).isEqualTo(UP);
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
