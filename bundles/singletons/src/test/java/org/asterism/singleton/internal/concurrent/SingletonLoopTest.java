package org.asterism.singleton.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asterism.cluster.MemberKind;
import org.asterism.lock.HeldLock;
import org.asterism.lock.internal.Bounds;
import org.asterism.lock.internal.client.LockClientSettings;
import org.asterism.lock.internal.client.MessagingLockService;
import org.asterism.lock.internal.server.LockServerSettings;
import org.asterism.lock.internal.server.MessagingLockServer;
import org.asterism.singleton.Singleton;
import org.asterism.singleton.internal.Permits;
import org.asterism.singleton.internal.SingletonEvent;
import org.asterism.singleton.internal.SingletonSettings;
import org.asterism.testing.cluster.InMemoryCluster;
import org.asterism.testing.cluster.InMemoryMember;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three members of one cluster, with a lock server. */
@Timeout(120)
class SingletonLoopTest {

    private static final String NAME = "reports";
    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final Map<String, InMemoryMember> members = new LinkedHashMap<>();
    private final Map<String, SingletonLoop> loops = new LinkedHashMap<>();
    private final List<AutoCloseable> locks = new ArrayList<>();
    private final Set<String> active = ConcurrentHashMap.newKeySet();
    private final List<String> history = new CopyOnWriteArrayList<>();
    private final List<Long> tokens = new CopyOnWriteArrayList<>();
    private MessagingLockServer server;

    @BeforeEach
    void start() {
        InMemoryMember hub = cluster.hub();
        server = MessagingLockServer.start(
                hub.cluster(),
                hub.messages(),
                new LockServerSettings(LEASE, new Bounds(100, 100, 100)),
                System::nanoTime);
        for (String id : List.of("a", "b", "c")) {
            join(id);
            awaitQueue(members.size());
        }
    }

    @AfterEach
    void close() throws Exception {
        loops.values().forEach(SingletonLoop::close);
        for (AutoCloseable lock : locks) {
            lock.close();
        }
        server.close();
        cluster.close();
    }

    @Test
    void oneIsActiveAndTheOthersFollowInTheirOrderWhenItIsDrained() {
        awaitActive("a");

        drain("a", false);
        awaitActive("b");
        drain("a", true);
        drain("b", false);
        awaitActive("c");

        assertThat(history).containsExactly("+a", "-a", "+b", "-b", "+c");
        assertThat(tokens).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aDeadOneIsFollowedByExactlyOne() {
        awaitActive("a");

        cluster.kill(members.get("a"));
        cluster.hub()
                .control()
                .reportDeath(members.get("a").id(), members.get("a").incarnation());
        await().atMost(LIMIT).until(() -> history.contains("+b"));

        assertThat(history).doesNotContain("+c");
    }

    @Test
    void oneThatIsCutOffStopsBeforeTheNextBegins() {
        awaitActive("a");

        cluster.partition(members.get("a"));
        awaitActive("b");

        assertThat(history).containsExactly("+a", "-a", "+b");
    }

    @Test
    void whoeverEndsHandsOver() {
        awaitActive("a");

        loops.get("a").close();

        awaitActive("b");
        assertThat(history).containsExactly("+a", "-a", "+b");
    }

    private void drain(String id, boolean back) {
        loops.get(id).submit(() -> new SingletonEvent.Eligible(back));
    }

    private void awaitActive(String id) {
        await().atMost(LIMIT).until(() -> active.equals(Set.of(id)));
    }

    private void awaitQueue(int length) {
        await().atMost(LIMIT).until(() -> server.overlapping(Singleton.key(NAME), 1).stream()
                .anyMatch(lock -> lock.holders().size() + lock.waiters().size() == length));
    }

    private void join(String id) {
        InMemoryMember member = cluster.join(id, MemberKind.INSTANCE);
        members.put(id, member);
        MessagingLockService client = MessagingLockService.start(
                member.cluster(),
                member.messages(),
                new LockClientSettings(Duration.ofMillis(500), Duration.ofMillis(10)),
                System::nanoTime,
                0);
        SingletonLoop loop = new SingletonLoop(
                client,
                new Recorded(id),
                new SingletonSettings(Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMinutes(1), 10));
        locks.add(client);
        loops.put(id, loop);
        loop.submit(() -> new SingletonEvent.Wanted(Set.of(NAME)));
        loop.submit(() -> new SingletonEvent.Eligible(true));
    }

    private final class Recorded implements Permits {

        private final String member;

        Recorded(String member) {
            this.member = member;
        }

        @Override
        public void give(String name, HeldLock lock) {
            history.add("+" + member);
            tokens.add(lock.fencingToken());
            active.add(member);
            lock.close(); // has no effect
        }

        @Override
        public void withdraw(String name) {
            active.remove(member);
            history.add("-" + member);
        }
    }
}
