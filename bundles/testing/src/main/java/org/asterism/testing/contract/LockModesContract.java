package org.asterism.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.asterism.lock.Deadlock;
import org.asterism.lock.DeadlockException;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockLostException;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.LockService;
import org.asterism.lock.LockSession;
import org.asterism.lock.LockTimeoutException;
import org.asterism.lock.LockUnavailableException;
import org.junit.jupiter.api.Test;

/**
 * What {@link LockService} promises of modes, areas, several locks at once, and of requests that end in other ways.
 *
 * <ol>
 *   <li>Sessions hold shared and optimistic locks together, and nothing else; one session holds everything together that is
 *       not non-cumulative.
 *   <li>A lock on an area conflicts with what is in it, and with nothing else.
 *   <li>Of several locks in one request all are granted or none; each is released on its own.
 *   <li>A lock that is not free now is not waited for; asking whether it is free takes nothing.
 *   <li>A request without a thread is granted, ends in time, and is withdrawn when it is cancelled.
 *   <li>A promoted lock is exclusive; other optimistic ones are over, and their owners are told.
 *   <li>Promoting waits for shared holders; in vain it changes nothing.
 *   <li>Of two members that wait for each other the one that came later is told of the circle, and the other one goes on.
 *   <li>A thread that waits for what it holds itself is told so.
 *   <li>Who waits in a session that is closed waits no longer.
 *   <li>The session of the member goes on after it was closed.
 * </ol>
 */
public abstract class LockModesContract extends LockContract {

    private static final Set<LockMode> TOGETHER = Set.of(LockMode.SHARED, LockMode.OPTIMISTIC);

    @Test
    void invariant01ModesGoTogetherAsTheMatrixSays() throws Exception {
        for (LockMode first : LockMode.values()) {
            for (LockMode second : LockMode.values()) {
                boolean others = TOGETHER.contains(first) && TOGETHER.contains(second);
                boolean own = first != LockMode.EXCLUSIVE_NON_CUMULATIVE && second != LockMode.EXCLUSIVE_NON_CUMULATIVE;
                try (LockSession session = a.openSession();
                        HeldLock held = session.acquire(KEY, first, LONG)) {
                    assertThat(held.mode()).isEqualTo(first);
                    together(b.openSession(), second, others);
                    together(a.openSession(), second, others);
                    together(session, second, own);
                }
            }
        }
    }

    private static void together(LockSession session, LockMode mode, boolean expected) throws Exception {
        assertThat(session.isFree(KEY, mode)).as("%s is free", mode).isEqualTo(expected);
        Optional<HeldLock> lock = session.tryAcquire(KEY, mode);
        assertThat(lock.isPresent()).as("%s is granted", mode).isEqualTo(expected);
        lock.ifPresent(HeldLock::close);
    }

    @Test
    void invariant02AnAreaConflictsWithWhatIsInIt() throws Exception {
        LockKey area = LockKey.of("contract", "order", "2026", LockKey.ANY);
        HeldLock held = a.acquire(area, LockMode.EXCLUSIVE, LONG);
        assertThat(held.key()).isEqualTo(area);
        assertThat(isFree(b, "2026", "17")).isFalse();
        assertThat(isFree(b, LockKey.ANY, "17")).isFalse();
        assertThat(isFree(b, "2025", "17")).isTrue();
        assertThat(isFree(b, "2026")).isTrue();
        Future<HeldLock> waiting =
                start(() -> b.acquire(LockKey.of("contract", "order", "2026", "3"), LockMode.SHARED, LONG));
        soon(() -> assertThat(cluster.server().status().waiting()).isEqualTo(1));
        held.close();
        soon(waiting).close();
    }

    private static boolean isFree(LockService locks, String... arguments) throws Exception {
        LockKey key = LockKey.of("contract", "order", arguments);
        return locks.openSession().isFree(key, LockMode.EXCLUSIVE);
    }

    @Test
    void invariant03AllAreGrantedOrNone() throws Exception {
        List<LockRequest> both =
                List.of(new LockRequest(KEY, LockMode.EXCLUSIVE), new LockRequest(OTHER, LockMode.SHARED));
        LockSession session = b.openSession();
        HeldLock blocking = a.acquire(OTHER, LockMode.EXCLUSIVE, LONG);
        assertThatThrownBy(() -> session.acquireAll(both, SHORT)).isInstanceOf(LockTimeoutException.class);
        Future<List<HeldLock>> waiting = start(() -> session.acquireAll(both, LONG));
        awaitWaiters(1);
        assertThat(holders()).isEmpty();
        blocking.close();
        List<HeldLock> locks = soon(waiting);
        assertThat(locks).extracting(HeldLock::key).containsExactly(KEY, OTHER);
        assertThat(locks.get(1).fencingToken()).isGreaterThan(locks.get(0).fencingToken());
        locks.get(0).close();
        exclusive(a).close();
        assertThat(locks.get(1).isValid()).isTrue();
        assertThat(a.tryAcquire(OTHER, LockMode.EXCLUSIVE)).isEmpty();
        session.close();
        assertThatThrownBy(() -> a.openSession().acquireAll(List.of(), LONG))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void invariant04WhoOnlyTriesDoesNotWait() throws Exception {
        try (HeldLock held = exclusive(a)) {
            assertThat(b.tryAcquire(KEY, LockMode.SHARED)).isEmpty();
            assertThat(waiters()).isEmpty();
            assertThat(held.isValid()).isTrue();
        }
        soon(() -> assertThat(b.openSession().isFree(KEY, LockMode.EXCLUSIVE)).isTrue());
        assertThat(holders()).isEmpty();
        HeldLock lock = b.tryAcquire(KEY, LockMode.EXCLUSIVE).orElseThrow();
        assertThat(lock.isValid()).isTrue();
        lock.close();
    }

    @Test
    void invariant05ARequestWithoutAThreadIsGrantedOrCancelled() throws Exception {
        LockSession session = b.openSession();
        HeldLock held = exclusive(a);
        CompletableFuture<HeldLock> cancelled = session.acquireAsync(KEY, LockMode.EXCLUSIVE, LONG);
        CompletableFuture<HeldLock> granted = session.acquireAsync(KEY, LockMode.EXCLUSIVE, LONG);
        CompletableFuture<HeldLock> late = session.acquireAsync(KEY, LockMode.EXCLUSIVE, SHORT);
        awaitWaiters(3);
        assertThat(waiters()).allSatisfy(waiter -> assertThat(waiter.party()).isEqualTo(session.id()));
        assertThat(cancelled.cancel(true)).isTrue();
        assertThatThrownBy(() -> soon(late)).hasCauseInstanceOf(LockTimeoutException.class);
        awaitWaiters(1);
        held.close();
        assertThat(soon(granted).isValid()).isTrue();
        session.close();
    }

    @Test
    void invariant06APromotedLockIsExclusive() throws Exception {
        HeldLock first = a.acquire(KEY, LockMode.OPTIMISTIC, LONG);
        HeldLock second = b.acquire(KEY, LockMode.OPTIMISTIC, LONG);
        HeldLock promoted = second.promote(LONG);
        assertThat(promoted.mode()).isEqualTo(LockMode.EXCLUSIVE);
        assertThat(promoted.fencingToken()).isGreaterThan(first.fencingToken()).isGreaterThan(second.fencingToken());
        LockLoss loss = soon(first.lost().toCompletableFuture());
        assertThat(loss.cause()).isEqualTo(LockLoss.Cause.PROMOTED_BY_OTHER);
        assertThat(loss.fencingToken()).isEqualTo(first.fencingToken());
        assertThat(first.isValid()).isFalse();
        assertThat(second.isValid()).isFalse();
        assertThat(promoted.isValid()).isTrue();
        assertThatThrownBy(() -> first.promote(LONG)).isInstanceOf(LockLostException.class);
        assertThatThrownBy(() -> promoted.promote(LONG)).isInstanceOf(IllegalStateException.class);
        second.close();
        assertThat(a.tryAcquire(KEY, LockMode.SHARED)).isEmpty();
        promoted.close();
        exclusive(a).close();
    }

    @Test
    void invariant07PromotingWaitsForSharedHolders() throws Exception {
        HeldLock shared = a.acquire(KEY, LockMode.SHARED, LONG);
        HeldLock optimistic = b.acquire(KEY, LockMode.OPTIMISTIC, LONG);
        assertThatThrownBy(() -> optimistic.promote(SHORT)).isInstanceOf(LockTimeoutException.class);
        assertThat(optimistic.isValid()).isTrue();
        Future<HeldLock> promoted = start(() -> optimistic.promote(LONG));
        awaitWaiters(1);
        shared.close();
        soon(promoted).close();
        assertThat(optimistic.lost().toCompletableFuture()).isNotDone();
        exclusive(a).close();
    }

    @Test
    void invariant08WhoClosesACircleIsToldSo() throws Exception {
        CountDownLatch bothHold = new CountDownLatch(2);
        Future<String> first = start(() -> {
            try (HeldLock mine = exclusive(a)) {
                meet(bothHold);
                try (HeldLock others = a.acquire(OTHER, LockMode.EXCLUSIVE, LONG)) {
                    assertThat(mine.isValid() && others.isValid()).isTrue();
                    return Thread.currentThread().getName();
                }
            }
        });
        Future<Deadlock> second = start(() -> {
            try (HeldLock mine = b.acquire(OTHER, LockMode.EXCLUSIVE, LONG)) {
                meet(bothHold);
                soon(() -> assertThat(cluster.server().status().waiting()).isEqualTo(1));
                assertThatThrownBy(() -> exclusive(b))
                        .isInstanceOf(DeadlockException.class)
                        .hasMessageContaining(KEY.toString());
                assertThat(mine.isValid()).isTrue();
                return cluster.server().deadlocks().get(0);
            }
        });
        Deadlock deadlock = soon(second);
        String firstThread = soon(first);
        assertThat(deadlock.cycle()).hasSize(2);
        assertThat(deadlock.cycle().get(deadlock.victim()).waitsFor()).isEqualTo(KEY);
        Deadlock.Link other = deadlock.cycle().get(1 - deadlock.victim());
        assertThat(other.waitsFor()).isEqualTo(OTHER);
        assertThat(other.member().value()).isEqualTo("a");
        assertThat(other.party()).startsWith(firstThread + "#");
        assertThat(other.stack()).anySatisfy(frame -> assertThat(frame).contains("acquire"));
    }

    private static void meet(CountDownLatch latch) throws InterruptedException {
        latch.countDown();
        assertThat(latch.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void invariant09WhoWaitsForItselfIsToldSo() throws Exception {
        try (LockSession session = a.openSession();
                HeldLock held = session.acquire(KEY, LockMode.EXCLUSIVE_NON_CUMULATIVE, LONG)) {
            assertThatThrownBy(() -> session.acquire(KEY, LockMode.SHARED, LONG))
                    .isInstanceOfSatisfying(
                            DeadlockException.class,
                            e -> assertThat(e.deadlock().cycle()).hasSize(1));
            assertThat(held.isValid()).isTrue();
        }
        try (HeldLock held = exclusive(a)) {
            assertThatThrownBy(() -> exclusive(a)).isInstanceOf(DeadlockException.class);
            assertThat(held.isValid()).isTrue();
        }
    }

    @Test
    void invariant10WhoWaitsInAClosedSessionWaitsNoLonger() throws Exception {
        LockSession session = b.openSession();
        try (HeldLock held = exclusive(a)) {
            Future<HeldLock> waiting = start(() -> session.acquire(KEY, LockMode.EXCLUSIVE, LONG));
            awaitWaiters(1);
            session.close();
            assertThatThrownBy(() -> soon(waiting)).hasCauseInstanceOf(LockUnavailableException.class);
            awaitWaiters(0);
            assertThat(held.isValid()).isTrue();
        }
        assertThatThrownBy(() -> session.acquire(KEY, LockMode.EXCLUSIVE, LONG))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void invariant11TheSessionOfTheMemberGoesOn() throws Exception {
        HeldLock held = a.memberSession().acquire(KEY, LockMode.EXCLUSIVE, LONG);
        assertThat(holders()).singleElement().satisfies(holder -> assertThat(holder.session())
                .isEqualTo(a.memberSession().id())
                .isNotEqualTo(b.memberSession().id()));
        a.memberSession().close();
        assertThat(held.isValid()).isFalse();
        a.memberSession().acquire(KEY, LockMode.EXCLUSIVE, LONG).close();
    }
}
