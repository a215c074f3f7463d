package org.asterism.singleton.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;
import org.asterism.servernode.Hosting;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ServerNode;
import org.junit.jupiter.api.Test;

class ParticipationTest {

    private static final MemberId INSTANCE = new MemberId("a");
    private static final MemberId NODE = new MemberId("a/1");
    private static final MemberId OTHER = new MemberId("a/2");

    @Test
    void aNodeDoesWhileItsInstanceDoesNotDrainIt() {
        assertThat(Participation.of(NODE, ClusterView.UNKNOWN)).isTrue();
        assertThat(Participation.of(NODE, view(node(NODE, NodeState.UP, Hosting.PROCESS))))
                .isTrue();
        assertThat(Participation.of(NODE, view(node(NODE, NodeState.DRAINING, Hosting.PROCESS))))
                .isFalse();
        assertThat(Participation.of(NODE, view(node(NODE, NodeState.STOPPED, Hosting.PROCESS))))
                .isFalse();
        assertThat(Participation.of(NODE, view(node(OTHER, NodeState.DRAINING, Hosting.PROCESS))))
                .isTrue();
        assertThat(Participation.of(INSTANCE, view(node(NODE, NodeState.DRAINING, Hosting.PROCESS))))
                .isTrue();
    }

    @Test
    void aContainerWithEmbeddedNodesDoesWhileOneOfThemIsThere() {
        ClusterView half =
                view(node(NODE, NodeState.DRAINING, Hosting.EMBEDDED), node(OTHER, NodeState.UP, Hosting.EMBEDDED));
        ClusterView all = view(
                node(NODE, NodeState.DRAINING, Hosting.EMBEDDED), node(OTHER, NodeState.DRAINING, Hosting.EMBEDDED));

        assertThat(Participation.of(INSTANCE, half)).isTrue();
        assertThat(Participation.of(INSTANCE, all)).isFalse();
    }

    @Test
    void aMemberThatSaysThatItDrainsDoesNot() {
        Member member = new Member(
                NODE, MemberKind.SERVER_NODE, "1", MemberState.DRAINING, "host", 1, "1", Map.of(), Instant.EPOCH);

        assertThat(Participation.of(NODE, ClusterView.UNKNOWN.with(member))).isFalse();
        assertThat(Participation.of(NODE, ClusterView.UNKNOWN.with(member.withState(MemberState.UP))))
                .isTrue();
    }

    private static ClusterView view(ServiceEntry... entries) {
        ClusterView view = ClusterView.UNKNOWN;
        for (ServiceEntry entry : entries) {
            view = view.with(entry);
        }
        return view;
    }

    private static ServiceEntry node(MemberId id, NodeState state, Hosting hosting) {
        NodeStatus status = new NodeStatus(
                id, state, "", hosting, Optional.of(URI.create("http://127.0.0.1:1")), 1, 0, List.of(), 1);
        Map<String, Object> properties = new HashMap<>(status.toProperties());
        properties.put(NodeStatus.APPLICATIONS, List.of());
        return new ServiceEntry(id.value(), List.of(ServerNode.class.getName()), INSTANCE, properties);
    }
}
