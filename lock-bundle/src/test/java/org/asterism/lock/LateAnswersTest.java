package org.asterism.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.asterism.testing.cluster.InMemoryMember;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens when the hub's answers come late or not at all. */
@Timeout(60)
class LateAnswersTest {

    private static final LockKey KEY = LockKey.of("test", "late");
    private static final Duration SOON = Duration.ofSeconds(20);

    private final InMemoryLockFixture cluster = new InMemoryLockFixture();
    private LockService a;
    private InMemoryMember memberA;

    @BeforeEach
    void join() throws InterruptedException {
        a = cluster.join("a");
        memberA = cluster.member("a");
        a.acquire(KEY, LockMode.EXCLUSIVE, SOON).close();
    }

    @AfterEach
    void end() {
        cluster.close();
    }

    @Test
    void aGrantThatComesTooLateIsReleased() throws InterruptedException {
        cluster.cluster().hold(memberA);
        assertThatThrownBy(() -> a.acquire(KEY, LockMode.EXCLUSIVE, Duration.ofMillis(10)))
                .isInstanceOf(LockUnavailableException.class);
        cluster.cluster().release(memberA);
        await().atMost(SOON).until(() -> cluster.server().status().held() == 0);
        LockServerStatus status = cluster.server().status();
        assertThat(status.released()).isEqualTo(2);
        assertThat(status.lost()).isZero();
    }

    @Test
    void withoutAnswersALockIsBelievedForNoLongerThanTheLease() throws InterruptedException {
        long begin = System.nanoTime();
        HeldLock held = a.acquire(KEY, LockMode.EXCLUSIVE, SOON);
        cluster.cluster().hold(memberA);
        await().atMost(SOON).until(() -> !held.isValid());
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(InMemoryLockFixture.LEASE.dividedBy(2));
        cluster.cluster().release(memberA);
        HeldLock next = a.acquire(KEY, LockMode.EXCLUSIVE, SOON);
        assertThat(held.isValid()).isFalse();
        assertThat(next.fencingToken()).isGreaterThan(held.fencingToken());
    }

    @Test
    void aServerThatStartsLateKnowsThatEveryoneIsBack() throws InterruptedException {
        HeldLock held = a.acquire(KEY, LockMode.EXCLUSIVE, SOON);
        cluster.killHub();
        cluster.cluster().startHub();
        cluster.cluster().settle();
        long begin = System.nanoTime();
        cluster.startHub();
        a.acquire(LockKey.of("test", "other"), LockMode.EXCLUSIVE, SOON).close();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(InMemoryLockFixture.LEASE);
        assertThat(held.isValid()).isTrue();
    }

    @Test
    void aRenewedLockOutlivesManyLeases() throws InterruptedException {
        try (HeldLock held = a.acquire(KEY, LockMode.EXCLUSIVE, SOON)) {
            await().pollDelay(InMemoryLockFixture.LEASE.multipliedBy(2))
                    .atMost(SOON)
                    .until(held::isValid);
            assertThat(cluster.server().locks(10)).hasSize(1);
        }
    }
}
