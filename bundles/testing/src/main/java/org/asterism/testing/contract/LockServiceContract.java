package org.asterism.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockService;
import org.asterism.lock.LockSession;
import org.asterism.lock.LockTimeoutException;
import org.asterism.lock.LockUnavailableException;
import org.junit.jupiter.api.Test;

/**
 * What {@link LockService} promises.
 *
 * <ol>
 *   <li>An exclusive lock is held by one session in the cluster; tokens of a key only grow.
 *   <li>Shared locks are held together, and not with an exclusive one.
 *   <li>A session takes its exclusive lock again and releases it as often.
 *   <li>Who waits in vain is told so in time, and is in nobody's way afterwards.
 *   <li>Requests are served in the order of the queue; shared ones do not overtake an exclusive one.
 *   <li>A thread that is interrupted withdraws its request.
 *   <li>A session that closes releases everything.
 *   <li>A restart of the hub takes no lock from its holder and gives it to nobody else.
 *   <li>A request that waits while the hub restarts is granted after it; without a hub it fails in time.
 *   <li>A reported death, or a new life of the member, frees its locks at once.
 *   <li>A killed holder is freed when the lease is over, not before.
 *   <li>A holder that is cut off stops believing in its lock before another one has it, and never believes in it again.
 *   <li>A holder that is back before the lease is over keeps its lock.
 *   <li>Requests that wait while the hub restarts keep their order.
 * </ol>
 */
public abstract class LockServiceContract extends LockContract {

    /** How old a request is, is told in milliseconds; on a busy machine a message may be late. */
    private static final Duration AGES_APART = Duration.ofMillis(100);

    @Test
    void invariant01OneSessionHoldsAnExclusiveLock() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        List<Long> tokens = new ArrayList<>();
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            LockService locks = i % 2 == 0 ? a : b;
            workers.add(start(() -> {
                for (int n = 0; n < 20; n++) {
                    try (HeldLock lock = exclusive(locks)) {
                        assertThat(inside.incrementAndGet()).isEqualTo(1);
                        assertThat(lock.isValid()).isTrue();
                        tokens.add(lock.fencingToken());
                        inside.decrementAndGet();
                    }
                }
                return null;
            }));
        }
        for (Future<?> worker : workers) {
            soon(worker);
        }
        assertThat(tokens).hasSize(160).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void invariant02SharedLocksAreHeldTogether() throws Exception {
        HeldLock first = a.acquire(KEY, LockMode.SHARED, LONG);
        HeldLock second = b.acquire(KEY, LockMode.SHARED, LONG);
        refused(b, LockMode.EXCLUSIVE);
        first.close();
        second.close();
        try (HeldLock lock = exclusive(b)) {
            assertThat(lock.mode()).isEqualTo(LockMode.EXCLUSIVE);
            assertThat(lock.key()).isEqualTo(KEY);
            refused(a, LockMode.SHARED);
        }
    }

    @Test
    void invariant03ASessionTakesItsLockAgain() throws Exception {
        LockSession session = a.openSession();
        HeldLock outer = session.acquire(KEY, LockMode.EXCLUSIVE, LONG);
        HeldLock inner = session.acquire(KEY, LockMode.EXCLUSIVE, Duration.ZERO);
        assertThat(inner.fencingToken()).isGreaterThan(outer.fencingToken());
        assertThat(holders()).singleElement().satisfies(holder -> assertThat(holder.count())
                .isEqualTo(2));
        inner.close();
        inner.close();
        assertThat(outer.isValid()).isTrue();
        assertThat(inner.isValid()).isFalse();
        refused(b, LockMode.EXCLUSIVE);
        outer.close();
        exclusive(b).close();
    }

    @Test
    void invariant04WhoWaitsInVainIsToldInTime() throws Exception {
        try (HeldLock held = exclusive(a)) {
            assertThatThrownBy(() -> b.acquire(KEY, LockMode.EXCLUSIVE, Duration.ZERO))
                    .isInstanceOf(LockTimeoutException.class);
            long begin = System.nanoTime();
            assertThatThrownBy(() -> b.acquire(KEY, LockMode.EXCLUSIVE, SHORT))
                    .isInstanceOf(LockTimeoutException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(SHORT, SHORT.plusSeconds(5));
            assertThat(held.isValid()).isTrue();
        }
        soon(() -> assertThat(cluster.server().locks(10)).isEmpty());
    }

    @Test
    void invariant05RequestsAreServedInOrder() throws Exception {
        List<String> served = new ArrayList<>();
        HeldLock held = a.acquire(KEY, LockMode.SHARED, LONG);
        List<Future<?>> waiting = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String name = (i % 3 == 0 ? "x" : "s") + i;
            LockMode mode = i % 3 == 0 ? LockMode.EXCLUSIVE : LockMode.SHARED;
            LockService locks = i % 2 == 0 ? a : b;
            waiting.add(start(() -> {
                HeldLock lock = locks.acquire(KEY, mode, LONG);
                synchronized (served) {
                    served.add(name);
                }
                lock.close();
                return null;
            }));
            int queue = i + 1;
            soon(() -> assertThat(waiters()).hasSize(queue));
        }
        held.close();
        for (Future<?> one : waiting) {
            soon(one);
        }
        assertThat(served.indexOf("x0")).isZero();
        assertThat(served.subList(1, 3)).containsExactlyInAnyOrder("s1", "s2");
        assertThat(served.get(3)).isEqualTo("x3");
    }

    @Test
    void invariant06AnInterruptedThreadWithdrawsItsRequest() throws Exception {
        try (HeldLock held = exclusive(a)) {
            Future<HeldLock> waiting = start(() -> exclusive(b));
            soon(() -> assertThat(waiters()).hasSize(1));
            waiting.cancel(true);
            soon(() -> assertThat(waiters()).isEmpty());
            assertThat(held.isValid()).isTrue();
        }
        exclusive(a).close();
    }

    @Test
    void invariant07AClosedSessionReleasesEverything() throws Exception {
        LockSession session = a.openSession();
        HeldLock first = session.acquire(KEY, LockMode.EXCLUSIVE, LONG);
        HeldLock other = session.acquire(OTHER, LockMode.SHARED, LONG);
        session.close();
        assertThat(first.isValid()).isFalse();
        assertThat(other.isValid()).isFalse();
        exclusive(b).close();
        soon(() -> assertThat(cluster.server().status().held()).isZero());
    }

    @Test
    void invariant08ARestartOfTheHubTakesNoLockFromItsHolder() throws Exception {
        HeldLock held = exclusive(a);
        HeldLock again = exclusive(b, "released meanwhile");
        cluster.killHub();
        assertThat(held.isValid()).isTrue();
        again.close();
        Future<HeldLock> waiting = start(() -> exclusive(b));
        cluster.startHub();
        soon(() -> assertThat(cluster.server().status().grace()).isFalse());
        soon(() -> assertThat(waiters()).hasSize(1));
        assertThat(holders()).singleElement().satisfies(holder -> assertThat(holder.fencingToken())
                .isEqualTo(held.fencingToken()));
        assertThat(held.isValid()).isTrue();
        assertThat(waiting).isNotDone();
        exclusive(a, "released meanwhile").close();
        held.close();
        assertThat(soon(waiting).fencingToken()).isGreaterThan(held.fencingToken());
    }

    @Test
    void invariant09ARequestOutlivesARestartOfTheHub() throws Exception {
        HeldLock held = exclusive(a);
        Future<HeldLock> waiting = start(() -> exclusive(b));
        soon(() -> assertThat(waiters()).hasSize(1));
        cluster.killHub();
        assertThatThrownBy(() -> a.acquire(OTHER, LockMode.SHARED, SHORT)).isInstanceOf(LockUnavailableException.class);
        cluster.startHub();
        held.close();
        assertThat(soon(waiting).isValid()).isTrue();
    }

    @Test
    void invariant10ACertainDeathFreesAtOnce() throws Exception {
        HeldLock held = exclusive(a);
        assertThat(held.isValid()).isTrue();
        cluster.killAndReport("a");
        soon(() -> assertThat(cluster.server().status().held()).isZero());
        HeldLock ofB = exclusive(b);
        LockService newB = cluster.join("b");
        assertThat(exclusive(newB).fencingToken()).isGreaterThan(ofB.fencingToken());
    }

    @Test
    void invariant11AKilledHolderIsFreedWhenTheLeaseIsOver() throws Exception {
        HeldLock held = exclusive(a);
        long begin = System.nanoTime();
        cluster.kill("a");
        try (HeldLock next = exclusive(b)) {
            assertThat(held.isValid()).isFalse();
            assertThat(next.isValid()).isTrue();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThan(cluster.lease().dividedBy(3));
    }

    @Test
    void invariant12AHolderThatIsCutOffStopsBelievingInTime() throws Exception {
        HeldLock held = exclusive(a);
        cluster.partition("a");
        assertThat(held.isValid()).isTrue();
        HeldLock next = exclusive(b);
        assertThat(held.isValid()).isFalse();
        cluster.heal("a");
        assertThatThrownBy(() -> a.acquire(KEY, LockMode.SHARED, SHORT)).isInstanceOf(RuntimeException.class);
        assertThat(held.isValid()).isFalse();
        assertThat(next.isValid()).isTrue();
        next.close();
        exclusive(a).close();
    }

    @Test
    void invariant13AHolderThatIsBackInTimeKeepsItsLock() throws Exception {
        HeldLock held = exclusive(a);
        cluster.partition("a");
        cluster.heal("a");
        assertThatThrownBy(
                        () -> b.acquire(KEY, LockMode.EXCLUSIVE, cluster.lease().multipliedBy(2)))
                .isInstanceOf(LockTimeoutException.class);
        assertThat(held.isValid()).isTrue();
        assertThat(holders()).hasSize(1);
    }

    @Test
    void invariant14RequestsKeepTheirOrderWhenTheHubRestarts() throws Exception {
        List<String> served = Collections.synchronizedList(new ArrayList<>());
        HeldLock held = exclusive(a);
        List<Future<?>> waiting = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String name = "w" + i;
            LockService locks = i % 2 == 0 ? b : a;
            waiting.add(start(() -> {
                try (HeldLock lock = exclusive(locks)) {
                    assertThat(lock.isValid()).isTrue();
                    return served.add(name);
                }
            }));
            awaitWaiters(i + 1);
            await().pollDelay(AGES_APART).until(() -> true);
        }
        cluster.killHub();
        cluster.startHub();
        awaitWaiters(6);
        assertThat(held.isValid()).isTrue();
        assertThat(served).isEmpty();
        held.close();
        for (Future<?> one : waiting) {
            soon(one);
        }
        assertThat(served).containsExactly("w0", "w1", "w2", "w3", "w4", "w5");
    }

    /** In a thread of its own: one that holds it already would be told that it waits for itself. */
    private void refused(LockService locks, LockMode mode) {
        assertThatThrownBy(() -> soon(start(() -> locks.acquire(KEY, mode, SHORT))))
                .hasCauseInstanceOf(LockTimeoutException.class);
    }
}
