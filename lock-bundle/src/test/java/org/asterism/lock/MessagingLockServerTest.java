package org.asterism.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.management.MBeanServer;
import javax.management.Notification;
import javax.management.ObjectName;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.lock.internal.Bounds;
import org.asterism.lock.internal.DeadlockVictim;
import org.asterism.lock.internal.client.MessagingLockProvider;
import org.asterism.lock.internal.server.LockServerBean;
import org.asterism.lock.internal.server.LockServerRegistration;
import org.asterism.lock.internal.server.LockServerSettings;
import org.asterism.lock.internal.server.MessagingLockServer;
import org.asterism.testing.cluster.InMemoryCluster;
import org.asterism.testing.cluster.InMemoryMember;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the lock server does for those who look after it. */
@Timeout(60)
class MessagingLockServerTest {

    private static final LockKey A = LockKey.of("test", "a");
    private static final LockKey B = LockKey.of("test", "b");
    private static final Duration SOON = Duration.ofSeconds(20);

    private final InMemoryCluster cluster = InMemoryCluster.warming();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final MessagingLockServer server = server();
    private final LockService locks = join("a");

    private MessagingLockServer server() {
        InMemoryMember hub = cluster.hub();
        LockServerSettings settings = new LockServerSettings(
                SOON, new Bounds(10, 10, 10, 10, 3), DeadlockVictim.YOUNGEST, SOON, Duration.ofMillis(50));
        return MessagingLockServer.start(hub.cluster(), hub.messages(), settings, System::nanoTime);
    }

    private LockService join(String id) {
        InMemoryMember member = cluster.join(id, MemberKind.INSTANCE);
        LockService service = new MessagingLockProvider().start(member.cluster(), member.messages());
        cluster.everyoneIsBack();
        return service;
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
        server.close();
        cluster.close();
    }

    @Test
    void aLockThatIsReleasedByForceIsLostToItsOwner() throws Exception {
        HeldLock held = locks.acquire(A, LockMode.EXCLUSIVE, SOON);
        assertThatIllegalArgumentException().isThrownBy(() -> server.release(A, "me", " "));
        assertThat(server.release(B, "me", "nobody has it")).isZero();
        assertThat(server.release(A, "me", "it is needed")).isEqualTo(1);
        await().atMost(SOON).until(() -> !held.isValid());
        assertThat(held.lost().toCompletableFuture().get().cause()).isEqualTo(LockLoss.Cause.FORCED);
        assertThat(server.statistics().forced()).isEqualTo(1);
        locks.acquire(A, LockMode.EXCLUSIVE, SOON).close();
    }

    @Test
    void theReportOfADeadlockSaysWhereTheThreadsStand() throws Exception {
        LockSession first = locks.openSession();
        LockSession second = locks.openSession();
        Future<HeldLock> one = threads.submit(() -> {
            first.acquire(A, LockMode.EXCLUSIVE, SOON);
            awaitHeld(2);
            return first.acquire(B, LockMode.EXCLUSIVE, SOON);
        });
        Future<HeldLock> other = threads.submit(() -> {
            second.acquire(B, LockMode.EXCLUSIVE, SOON);
            awaitHeld(2);
            return second.acquire(A, LockMode.EXCLUSIVE, SOON);
        });
        await().atMost(SOON).until(() -> one.isDone() || other.isDone());
        assertThatThrownBy(() -> (one.isDone() ? one : other).get())
                .hasCauseInstanceOf(DeadlockException.class)
                .cause()
                .isInstanceOfSatisfying(DeadlockException.class, MessagingLockServerTest::tellsStacks);
        assertThat(server.deadlocks()).hasSize(1);
    }

    private static void tellsStacks(DeadlockException told) {
        Deadlock deadlock = told.deadlock();
        assertThat(deadlock.cycle()).hasSize(2);
        assertThat(deadlock.victim()).isNotNegative();
        assertThat(deadlock.cycle())
                .allSatisfy(link -> assertThat(link.stack()).anyMatch(frame -> frame.contains("acquire")));
        assertThat(deadlock.cycle())
                .allSatisfy(link -> assertThat(link.member()).isEqualTo(new MemberId("a")));
    }

    private void awaitHeld(int locksHeld) {
        await().atMost(SOON).until(() -> server.status().held() == locksHeld);
    }

    @Test
    void anArgumentPastTheBoundIsRefused() throws Exception {
        locks.acquire(LockKey.of("test", "c", "123"), LockMode.SHARED, SOON).close();
        assertThatThrownBy(() -> locks.acquire(LockKey.of("test", "c", "1234"), LockMode.SHARED, SOON))
                .isInstanceOf(LockRefusedException.class);
    }

    @Test
    void locksThatAreHeldForLongAreTold() throws Exception {
        HeldLock held = locks.acquire(A, LockMode.EXCLUSIVE, SOON);
        await().atMost(SOON).until(() -> server.longHeld().grants() == 1);
        assertThat(server.longHeld().locks()).extracting(LockInfo::key).containsExactly(A);
        held.close();
        await().atMost(SOON).until(() -> server.longHeld().locks().isEmpty());
        assertThat(server.longHeld().grants()).isEqualTo(1);
        assertThat(server.longHeld().age()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void eachLockThatIsHeldForLongIsOneNotification() throws Exception {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName(LockServerBean.NAME);
        Queue<Notification> told = new ConcurrentLinkedQueue<>();
        try (AutoCloseable registered = LockServerRegistration.of(server)) {
            assertThat(registered).isNotNull();
            beans.addNotificationListener(name, (notification, handback) -> told.add(notification), null, null);
            HeldLock held = locks.acquire(A, LockMode.EXCLUSIVE, SOON);
            await().atMost(SOON).until(() -> server.longHeld().grants() == 1);
            assertThat((String[]) beans.getAttribute(name, "LongHeld"))
                    .singleElement()
                    .asString()
                    .startsWith("test:a[] a ");
            locks.acquire(B, LockMode.EXCLUSIVE, SOON);
            await().atMost(SOON).until(() -> server.longHeld().grants() == 2);
            held.close();
        }
        assertThat(told)
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.getType()).isEqualTo(LockServerBean.HELD_LONG))
                .extracting(Notification::getMessage)
                .anyMatch(text -> text.startsWith("test:a[] a "))
                .anyMatch(text -> text.startsWith("test:b[] a "));
    }

    @Test
    void theNumbersAreSeenByJmx() throws Exception {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName(LockServerBean.NAME);
        try (AutoCloseable registered = LockServerRegistration.of(server);
                HeldLock held = locks.acquire(A, LockMode.EXCLUSIVE, SOON)) {
            assertThat(registered).isNotNull();
            assertThat(held.isValid()).isTrue();
            assertThat(beans.getAttribute(name, "Held")).isEqualTo(1);
            assertThat(beans.getAttribute(name, "Granted")).isEqualTo(1L);
            assertThat((String[]) beans.getAttribute(name, "TopOwners")).containsExactly("a 1");
            for (var attribute : beans.getMBeanInfo(name).getAttributes()) {
                assertThat(beans.getAttribute(name, attribute.getName())).isNotNull();
            }
        }
        assertThat(beans.isRegistered(name)).isFalse();
    }
}
