package org.asterism.shell.internal;

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
import org.asterism.documents.LockPage;
import org.asterism.lock.Deadlock;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockServerStatus;
import org.asterism.lock.LockStatistics;
import org.asterism.lock.LockStatistics.Distribution;
import org.asterism.servernode.Hosting;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;

/** A small cluster. */
public final class Examples {

    static final ClusterView VIEW = new ClusterView(
            7,
            42,
            false,
            false,
            List.of(
                    member("a", MemberKind.INSTANCE, MemberState.UP, 101, Map.of("zone", "eu", "rack", "7")),
                    member("a/1", MemberKind.SERVER_NODE, MemberState.JOINING, 1022, Map.of())),
            List.of(
                    service("lock-server", MemberId.HUB, "org.asterism.lock.LockServer"),
                    service("x-1", new MemberId("a"), "org.asterism.servernode.ServerNode", "com.example.Other")));

    static final ClusterView STALE = new ClusterView(
            VIEW.epoch(), VIEW.revision(), false, true, List.of(VIEW.members().get(0)), List.of());

    static final HubStatus HUB = new HubStatus(7, 42, false, Duration.ofSeconds(90), 2, 2, 1234, 5, 2048, 1, 0);

    static final ClientStatus FRESH =
            new ClientStatus(VIEW.members().get(0), "127.0.0.1:40001", Duration.ofMillis(20), 100, 200, 0, false);

    static final ClientStatus SLOW =
            new ClientStatus(VIEW.members().get(1), "127.0.0.1:40002", Duration.ofSeconds(12), 7, 9, 2048, true);

    static final HubAnswer ANSWER = new HubAnswer(HUB, List.of(SLOW, FRESH));

    static final NodeStatus UP = new NodeStatus(
            MemberId.ofNode("a", 1),
            NodeState.UP,
            "",
            Hosting.PROCESS,
            Optional.of(URI.create("http://127.0.0.1:20001")),
            1022,
            2,
            List.of("/shop", "/admin"),
            1,
            Optional.of(Instant.parse("2026-11-30T12:00:00.500Z")),
            Optional.of("127.0.0.1:20005"));

    static final NodeStatus STOPPED = new NodeStatus(
            MemberId.ofNode("b", 1),
            NodeState.QUARANTINED,
            "died 4 times",
            Hosting.PROCESS,
            Optional.empty(),
            0,
            3,
            List.of(),
            2);

    static final LockServerStatus LOCKS = new LockServerStatus(false, 1, 1, 10, 9, 1, 0, 0);

    static final LockInfo LOCK = new LockInfo(
            LockKey.of("shop", "product", "sku-1"),
            List.of(new LockInfo.Holder(
                    MemberId.ofNode("a", 1),
                    "s-1",
                    "http#42",
                    LockMode.EXCLUSIVE,
                    1,
                    30064771073L,
                    Duration.ofMillis(250))),
            List.of(
                    new LockInfo.Waiter(MemberId.ofNode("b", 1), "s-2", "s-2", LockMode.SHARED, Duration.ofSeconds(12)),
                    new LockInfo.Waiter(
                            MemberId.ofNode("a", 1), "s-3", "main#1", LockMode.OPTIMISTIC, Duration.ofMinutes(3))));

    static final LockStatistics STATISTICS = new LockStatistics(
            LOCKS,
            5,
            3,
            2,
            4,
            Duration.ofMillis(250),
            7,
            1,
            2,
            1,
            new Distribution(9, Duration.ofNanos(850_000), Duration.ofMillis(19), Duration.ofMinutes(3)),
            new Distribution(6, Duration.ofMillis(2), Duration.ofSeconds(12), Duration.ofSeconds(12)),
            Map.of(
                    "shop",
                    new LockStatistics.NamespaceCounts(1, 1, 9),
                    "crm",
                    new LockStatistics.NamespaceCounts(0, 0, 1)),
            List.of(new LockStatistics.OwnerCount("b/1", 3), new LockStatistics.OwnerCount("a/1", 1)),
            List.of("max.locks"));

    static final Deadlock DEADLOCK = new Deadlock(
            List.of(
                    link(
                            "a/1",
                            "http#42",
                            LockKey.of("shop", "product", "sku-2"),
                            List.of("x.Cart.add(Cart.java:7)", "x.Main.main(Main.java:1)")),
                    link("b/1", "http#17", LockKey.of("shop", "product", "sku-1"), List.of())),
            1);

    private Examples() {}

    static Member member(String id, MemberKind kind, MemberState state, long pid, Map<String, String> labels) {
        return new Member(
                new MemberId(id),
                kind,
                "i-" + pid,
                state,
                "host-1",
                pid,
                "1.0.0",
                labels,
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    static ServiceEntry service(String id, MemberId member, String... interfaces) {
        return new ServiceEntry(id, List.of(interfaces), member, Map.of("weight", 1L));
    }

    static LockPage page(List<LockInfo> locks, boolean more) {
        return new LockPage(LOCKS, locks, more);
    }

    private static Deadlock.Link link(String member, String party, LockKey key, List<String> stack) {
        return new Deadlock.Link(
                new MemberId(member),
                member + "-i-77-12",
                party,
                key,
                LockMode.EXCLUSIVE,
                Duration.ofMillis(12),
                stack);
    }
}
