package org.asterism.servernode.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.Hosting;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.junit.jupiter.api.Test;

class EmbeddedNodeTest {

    private static final EngineReport LISTENING =
            new EngineReport(Optional.of(URI.create("http://127.0.0.1:8181")), List.of("/shop"));

    private Instant now = Instant.EPOCH;
    private final List<NodeStatus> told = new ArrayList<>();
    private final EmbeddedNode node = new EmbeddedNode(
            new NodeSettings(MemberId.ofNode("a", 1), Hosting.EMBEDDED, 3, List.of()), 4711, () -> now, told::add);

    @Test
    void isUpWhenItsEngineListens() {
        assertThat(node.status().state()).isEqualTo(NodeState.STARTING);
        node.observe(LISTENING);
        NodeStatus up = node.status();
        assertThat(told).containsExactly(up);
        assertThat(up.state()).isEqualTo(NodeState.UP);
        assertThat(up.hosting()).isEqualTo(Hosting.EMBEDDED);
        assertThat(up.url()).contains(URI.create("http://127.0.0.1:8181"));
        assertThat(up.applications()).containsExactly("/shop");
        assertThat(up.pid()).isEqualTo(4711);
        assertThat(up.weight()).isEqualTo(3);
    }

    @Test
    void sameNewsAreNoNews() {
        node.observe(LISTENING);
        node.observe(LISTENING);
        node.start();
        assertThat(told).hasSize(1);
    }

    @Test
    void aStoppedNodeHasNoApplicationsUntilItIsStarted() {
        node.observe(LISTENING);
        node.stop();
        assertThat(node.status().state()).isEqualTo(NodeState.STOPPED);
        assertThat(node.status().applications()).isEmpty();
        node.observe(new EngineReport(LISTENING.url(), List.of("/shop", "/admin")));
        assertThat(node.status().state()).isEqualTo(NodeState.STOPPED);
        node.restart();
        assertThat(node.status().applications()).containsExactly("/admin", "/shop");
        assertThat(told).extracting(NodeStatus::state).containsExactly(NodeState.UP, NodeState.STOPPED, NodeState.UP);
    }

    @Test
    void aDrainedNodeKeepsItsApplicationsUntilItIsResumedOrRestarted() {
        node.observe(LISTENING);
        node.drain();
        assertThat(node.status().reason()).isEqualTo(NodeStatus.DRAINED);
        assertThat(node.status().applications()).containsExactly("/shop");
        node.resume();
        node.drain();
        node.restart();
        assertThat(told)
                .extracting(NodeStatus::state)
                .containsExactly(NodeState.UP, NodeState.DRAINING, NodeState.UP, NodeState.DRAINING, NodeState.UP);
    }

    @Test
    void isNotReadyWhileItIsWithdrawn() {
        node.observe(LISTENING);
        node.withdraw();
        assertThat(node.status().state()).isEqualTo(NodeState.STARTING);
        assertThat(node.status().reason()).isEqualTo(NodeStatus.WITHDRAWN);
        node.readmit();
        assertThat(node.status().state()).isEqualTo(NodeState.UP);
    }

    @Test
    void anIsolatedNodeIsNotChosenUntilItIsResumed() {
        node.observe(LISTENING);
        now = now.plusSeconds(5);
        node.isolate();
        assertThat(node.status().state()).isEqualTo(NodeState.ISOLATED);
        assertThat(node.status().reason()).isEqualTo(NodeStatus.ISOLATED);
        assertThat(node.status().since()).contains(now);
        node.resume();
        assertThat(node.status().state()).isEqualTo(NodeState.UP);
        assertThatThrownBy(node::debug)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("a/1 has no process of its own");
    }

    @Test
    void aWeightOfZeroIsRefused() {
        node.setWeight(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> node.setWeight(0))
                .withMessageContaining("not at least 1");
        assertThat(node.status().weight()).isEqualTo(2);
    }
}
