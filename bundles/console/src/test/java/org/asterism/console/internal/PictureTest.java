package org.asterism.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;
import org.asterism.documents.JsonText;
import org.asterism.servernode.Hosting;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ServerNode;
import org.junit.jupiter.api.Test;

class PictureTest {

    private static Member member(String id, MemberKind kind) {
        return new Member(
                new MemberId(id), kind, "1", MemberState.UP, "here", 1, "1.0", Map.of(), Instant.ofEpochSecond(0));
    }

    private static ServiceEntry node(String id, String owner, Map<String, Object> properties) {
        return new ServiceEntry("node-" + id, List.of(ServerNode.class.getName()), new MemberId(owner), properties);
    }

    private static Map<String, Object> status(String id, NodeState state) {
        return new NodeStatus(
                        new MemberId(id),
                        state,
                        "",
                        Hosting.PROCESS,
                        Optional.of(URI.create("http://127.0.0.1:1")),
                        7,
                        0,
                        List.of("/shop"),
                        1)
                .toProperties();
    }

    private static String json(ClusterView view, String key) {
        return JsonText.compact(Picture.of(view).get(key));
    }

    @Test
    void nodesStandAroundTheirInstances() {
        ClusterView view = new ClusterView(
                3,
                4,
                false,
                false,
                List.of(member("b", MemberKind.INSTANCE), member("b/1", MemberKind.SERVER_NODE)),
                List.of(
                        node("b/1", "b", status("b/1", NodeState.UP)),
                        node("b/2", "b", status("b/2", NodeState.FAILED))));

        assertThat(Picture.of(view)).containsEntry("epoch", 3L).containsEntry("revision", 4L);
        assertThat(json(view, "instances"))
                .startsWith("[{\"id\":\"b\",\"state\":\"UP\",\"nodes\":[{\"id\":\"b/1\",\"state\":\"UP\"")
                .contains("\"applications\":[\"/shop\"]", "\"linked\":true")
                .contains("{\"id\":\"b/2\",\"state\":\"FAILED\"", "\"linked\":false");
    }

    @Test
    void anInstanceThatIsAwayIsThereWhileItsNodesAre() {
        ClusterView view =
                new ClusterView(1, 1, false, false, List.of(member("a/1", MemberKind.SERVER_NODE)), List.of());

        assertThat(json(view, "instances"))
                .startsWith("[{\"id\":\"a\",\"state\":\"AWAY\",\"nodes\":[{\"id\":\"a/1\",\"state\":\"UP\"")
                .contains("its instance is away");
    }

    @Test
    void clientsStandAlone() {
        ClusterView view = new ClusterView(1, 1, false, false, List.of(member("tool", MemberKind.CLIENT)), List.of());

        assertThat(json(view, "instances")).isEqualTo("[]");
        assertThat(json(view, "clients")).contains("\"id\":\"tool\"");
    }

    @Test
    void whatIsNotUnderstoodSpoilsNothing() {
        ClusterView view = new ClusterView(
                1,
                1,
                false,
                false,
                List.of(member("a", MemberKind.INSTANCE)),
                List.of(node("a/1", "a", Map.of("asterism.node.id", "a/1"))));

        assertThat(json(view, "instances")).contains("\"id\":\"a\"", "\"nodes\":[]");
        assertThat(json(view, "services")).contains("node-a/1");
    }
}
