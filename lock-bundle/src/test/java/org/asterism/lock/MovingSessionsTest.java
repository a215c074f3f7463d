package org.asterism.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.asterism.lock.internal.client.MessagingLockService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session goes from one member to another with what it holds, and never do two believe in it. */
@Timeout(60)
class MovingSessionsTest {

    private static final LockKey KEY = LockKey.of("test", "key");
    private static final LockKey OTHER = LockKey.of("test", "other");
    private static final String SECRET = "0123456789abcdef";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final InMemoryLockFixture cluster = new InMemoryLockFixture();
    private final MessagingLockService a = cluster.join("a");
    private final MessagingLockService b = cluster.join("b");
    private LockSession session;
    private HeldLock held;

    @BeforeEach
    void takeTwo() throws Exception {
        session = a.movable().open(SECRET);
        held = session.acquire(KEY, LockMode.EXCLUSIVE, SOON);
        session.acquire(OTHER, LockMode.SHARED, SOON);
    }

    @AfterEach
    void end() {
        cluster.close();
    }

    @Test
    void holdsTheSameWhereItHasGone() throws Exception {
        LockSession moved = b.movable().move(session.id(), SECRET);
        assertThat(moved.id()).isEqualTo(session.id());
        assertThat(keys(moved)).containsExactlyInAnyOrder(KEY, OTHER);
        assertThat(moved.held()).allMatch(lock -> lock.fencingToken() > held.fencingToken());
        assertThat(held.isValid()).isFalse();
        assertThat(held.lost().toCompletableFuture().get(20, TimeUnit.SECONDS).cause())
                .isEqualTo(LockLoss.Cause.MOVED);
        assertThat(session.isOpen()).isFalse();
        assertThatThrownBy(() -> session.acquire(KEY, LockMode.EXCLUSIVE, SOON))
                .isInstanceOf(IllegalStateException.class);

        assertThat(moved.tryAcquire(KEY, LockMode.EXCLUSIVE)).as("re-entrant").isPresent();
        assertThat(a.tryAcquire(KEY, LockMode.EXCLUSIVE)).isEmpty();
        moved.close();
        assertThat(a.acquire(KEY, LockMode.EXCLUSIVE, SOON).isValid()).isTrue();
    }

    @Test
    void goesThereAndBack() throws Exception {
        LockSession there = b.movable().move(session.id(), SECRET);
        LockSession back = a.movable().move(session.id(), SECRET);
        assertThat(there.isOpen()).isFalse();
        assertThat(keys(back)).containsExactlyInAnyOrder(KEY, OTHER);
        assertThat(b.tryAcquire(KEY, LockMode.EXCLUSIVE)).isEmpty();
    }

    @Test
    void isMovedByNobodyWhoDoesNotKnowItsSecret() throws Exception {
        assertThatThrownBy(() -> b.movable().move(session.id(), "fedcba9876543210"))
                .isInstanceOf(LockUnavailableException.class);
        assertThat(held.isValid()).isTrue();
        LockSession ordinary = a.openSession();
        assertThatThrownBy(() -> b.movable().move(ordinary.id(), SECRET)).isInstanceOf(LockUnavailableException.class);
        assertThatThrownBy(() -> a.movable().open("short")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comesFromADeadMember() throws Exception {
        cluster.killAndReport("a");
        LockSession moved = b.movable().move(session.id(), SECRET);
        assertThat(keys(moved)).containsExactlyInAnyOrder(KEY, OTHER);
    }

    @Test
    void comesFromAMemberThatEnds() throws Exception {
        a.close();
        cluster.killAndReport("a");
        assertThat(keys(b.movable().move(session.id(), SECRET))).containsExactlyInAnyOrder(KEY, OTHER);
    }

    /** Its lease begins when it asked; so it has stopped to believe before the other one begins. */
    @Test
    void comesFromAMemberThatIsCutOffOnlyWhenThatBelievesInNothing() throws Exception {
        cluster.partition("a");
        LockSession moved = b.movable().move(session.id(), SECRET);
        assertThat(held.isValid()).isFalse();
        assertThat(keys(moved)).containsExactlyInAnyOrder(KEY, OTHER);
    }

    @Test
    void holdsTheSameAfterARestartOfTheHub() throws Exception {
        LockSession moved = b.movable().move(session.id(), SECRET);
        cluster.killHub();
        cluster.startHub();
        await().atMost(SOON).until(() -> holders(KEY), List.of("b")::equals);
        assertThat(keys(moved)).containsExactlyInAnyOrder(KEY, OTHER);
    }

    @Test
    void letsGoWhenItEndsElsewhere() throws Exception {
        CompletableFuture<HeldLock> next = a.openSession().acquireAsync(KEY, LockMode.EXCLUSIVE, SOON);
        b.movable().end(session.id(), SECRET);
        assertThat(next.get(20, TimeUnit.SECONDS).isValid()).isTrue();
        await().atMost(SOON).until(() -> !session.isOpen());
    }

    private List<String> holders(LockKey key) {
        return cluster.server().locks(10).stream()
                .filter(lock -> lock.key().equals(key))
                .flatMap(lock -> lock.holders().stream())
                .map(holder -> holder.member().value())
                .toList();
    }

    private static List<LockKey> keys(LockSession session) {
        return session.held().stream().map(HeldLock::key).toList();
    }
}
