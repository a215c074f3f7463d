package org.asterism.documents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;

/** A small cluster. */
final class Examples {

    static final ClusterView VIEW = new ClusterView(
            7,
            42,
            false,
            false,
            List.of(
                    member("a", MemberKind.INSTANCE, MemberState.UP, Map.of("zone", "eu", "rack", "7")),
                    member("a/1", MemberKind.SERVER_NODE, MemberState.JOINING, Map.of())),
            List.of(
                    service("lock-server", MemberId.HUB, "org.asterism.lock.LockServer"),
                    service("x-1", new MemberId("a"), "org.asterism.servernode.ServerNode", "com.example.Other")));

    private Examples() {}

    private static Member member(String id, MemberKind kind, MemberState state, Map<String, String> labels) {
        return new Member(
                new MemberId(id),
                kind,
                "i-" + id,
                state,
                "host-1",
                101,
                "1.0.0",
                labels,
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static ServiceEntry service(String id, MemberId member, String... interfaces) {
        return new ServiceEntry(id, List.of(interfaces), member, Map.of("weight", 1L));
    }
}
