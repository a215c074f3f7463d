package org.asterism.hub.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.ServiceEntry;
import org.asterism.servernode.Hosting;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ServerNode;
import org.junit.jupiter.api.Test;

class ServerListTest {

    @Test
    void hasALineForEachServerNodeSortedById() {
        assertThat(ServerList.of(Examples.VIEW)).isEqualTo("""
                # asterism-servers 1
                a/1\thttp://127.0.0.1:23456\tUP\t3\t/admin,/shop\ta\tPROCESS\t-\t-
                b/1\t-\tFAILED\t1\t-\tb\tEMBEDDED\t-\tdied
                """);
    }

    @Test
    void isTheSameInAnotherEpoch() {
        ClusterView later = new ClusterView(
                8, 100, false, false, List.of(), List.of(Examples.OF_HUB, Examples.OF_A, Examples.OF_B));

        assertThat(ServerList.of(later)).isEqualTo(ServerList.of(Examples.VIEW));
    }

    @Test
    void keepsTheColumnsWhateverAPathContains() {
        NodeStatus odd = new NodeStatus(
                MemberId.ofNode("a", 2),
                NodeState.UP,
                "a reason",
                Hosting.PROCESS,
                Optional.of(URI.create("http://h:1")),
                1,
                0,
                List.of("/a,b\tc d%"),
                1,
                Optional.of(Instant.parse("2026-11-30T12:00:00Z")),
                Optional.empty());

        assertThat(list(odd.toProperties()))
                .endsWith("\t/a%2Cb%09c%20d%25\ta\tPROCESS\t2026-11-30T12:00:00Z\ta%20reason\n");
    }

    @Test
    void leavesOutWhatDescribesNoNode() {
        assertThat(list(Map.of(NodeStatus.ID, "a/2"))).isEqualTo("# asterism-servers 1\n");
    }

    private static String list(Map<String, Object> properties) {
        return ServerList.of(Examples.view(
                1,
                List.of(),
                List.of(new ServiceEntry("n", List.of(ServerNode.class.getName()), new MemberId("a"), properties))));
    }
}
