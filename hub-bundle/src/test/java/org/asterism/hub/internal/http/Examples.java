package org.asterism.hub.internal.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.ClientStatus;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.HubStatus;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;
import org.asterism.servernode.Hosting;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ServerNode;

/** A small cluster. */
final class Examples {

    static final Member INSTANCE = member("a", MemberKind.INSTANCE, MemberState.UP, Map.of("zone", "eu", "rack", "7"));
    static final Member NODE = member("a/1", MemberKind.SERVER_NODE, MemberState.DRAINING, Map.of());
    static final Member OTHER = member("b", MemberKind.INSTANCE, MemberState.UP, Map.of("zone", "us"));
    static final Member TOOL = member("client/x-1", MemberKind.CLIENT, MemberState.JOINING, Map.of());

    static final ServiceEntry OF_HUB = new ServiceEntry("s", List.of("x.Y"), MemberId.HUB, Map.of());
    static final ServiceEntry OF_A = node(new NodeStatus(
            NODE.id(),
            NodeState.UP,
            "",
            Hosting.PROCESS,
            Optional.of(URI.create("http://127.0.0.1:23456")),
            42,
            0,
            List.of("/shop", "/admin"),
            3));
    static final ServiceEntry OF_B = node(new NodeStatus(
            MemberId.ofNode("b", 1), NodeState.FAILED, "died", Hosting.EMBEDDED, Optional.empty(), 0, 1, List.of(), 1));

    static final ClusterView VIEW = view(9, List.of(INSTANCE, NODE, OTHER, TOOL), List.of(OF_B, OF_A, OF_HUB));

    static final HubStatus STATUS = new HubStatus(7, 9, false, Duration.ofSeconds(3), 4, 3, 5, 6, 70, 1, 2);

    static final ClientStatus SLOW =
            new ClientStatus(INSTANCE, "10.0.0.1:4711", Duration.ofMillis(120), 10, 20, 70, true);

    private Examples() {}

    static ClusterView view(long revision, List<Member> members, List<ServiceEntry> services) {
        return new ClusterView(7, revision, false, false, members, services);
    }

    static Member member(String id, MemberKind kind, MemberState state, Map<String, String> labels) {
        return new Member(
                new MemberId(id),
                kind,
                "i-" + id,
                state,
                "<host>",
                42,
                "1.0.0",
                labels,
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static ServiceEntry node(NodeStatus status) {
        return new ServiceEntry(
                "node-" + status.instance(),
                List.of(ServerNode.class.getName()),
                new MemberId(status.instance()),
                status.toProperties());
    }
}
