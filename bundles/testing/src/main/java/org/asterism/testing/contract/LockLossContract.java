package org.asterism.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockLossListener;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockService;
import org.junit.jupiter.api.Test;

/**
 * What {@link LockService} promises of locks that are taken from their owners.
 *
 * <ol>
 *   <li>A holder that is cut off is told at the end of the lease, also if it never looks, before another one has the lock.
 *   <li>A thread is interrupted if it wishes.
 *   <li>A lock that a person releases is over, and the owner is told who did that and why; the next one has it.
 *   <li>Nobody is told of locks that were released.
 *   <li>A listener that fails keeps nothing from the others; one that was closed hears nothing.
 * </ol>
 */
public abstract class LockLossContract extends LockContract {

    @Test
    void invariant01WhoIsCutOffIsToldAtTheEndOfTheLease() throws Exception {
        List<LockLoss> losses = new CopyOnWriteArrayList<>();
        try (AutoCloseable listening = a.listen(losses::add)) {
            HeldLock held = exclusive(a);
            long begin = System.nanoTime();
            cluster.partition("a");
            CompletableFuture<Long> told = new CompletableFuture<>();
            held.lost().thenRun(() -> told.complete(System.nanoTime()));
            try (HeldLock next = exclusive(b)) {
                long granted = System.nanoTime();
                assertThat(held.isValid()).isFalse();
                assertThat(soon(told) - granted)
                        .isLessThan(Duration.ofSeconds(1).toNanos());
                assertThat(Duration.ofNanos(soon(told) - begin))
                        .isBetween(cluster.lease().dividedBy(2), cluster.lease().plusSeconds(1));
                assertThat(next.fencingToken()).isGreaterThan(held.fencingToken());
            }
            soon(() -> assertThat(losses).singleElement().satisfies(loss -> {
                assertThat(loss.cause()).isEqualTo(LockLoss.Cause.LEASE_OVER);
                assertThat(loss.key()).isEqualTo(KEY);
                assertThat(loss.mode()).isEqualTo(LockMode.EXCLUSIVE);
                assertThat(loss.fencingToken()).isEqualTo(held.fencingToken());
                assertThat(loss.reason()).isNotEmpty();
            }));
            assertThat(listening).isNotNull();
        }
    }

    @Test
    void invariant02AThreadIsInterrupted() throws Exception {
        Future<Boolean> working = start(() -> {
            HeldLock held = exclusive(a).interruptOnLoss(Thread.currentThread());
            cluster.partition("a");
            assertThatThrownBy(() -> TimeUnit.NANOSECONDS.sleep(SOON.toNanos()))
                    .isInstanceOf(InterruptedException.class);
            return held.isValid();
        });
        assertThat(soon(working)).isFalse();
    }

    @Test
    void invariant03ALockThatAPersonReleasesIsOver() throws Exception {
        HeldLock held = exclusive(a);
        Future<HeldLock> waiting = start(() -> exclusive(b));
        awaitWaiters(1);
        assertThat(cluster.server().release(KEY, "somebody", "it hangs")).isEqualTo(1);
        LockLoss loss = soon(held.lost().toCompletableFuture());
        assertThat(loss.cause()).isEqualTo(LockLoss.Cause.FORCED);
        assertThat(loss.reason()).contains("somebody").contains("it hangs");
        assertThat(held.isValid()).isFalse();
        held.close();
        HeldLock next = soon(waiting);
        assertThat(next.fencingToken()).isGreaterThan(held.fencingToken());
        assertThat(next.isValid()).isTrue();
        next.close();
    }

    @Test
    void invariant04NobodyIsToldOfReleasedLocks() throws Exception {
        List<LockLoss> losses = new CopyOnWriteArrayList<>();
        HeldLock released = exclusive(a);
        HeldLock other = a.acquire(OTHER, LockMode.EXCLUSIVE, LONG);
        try (AutoCloseable listening = a.listen(losses::add)) {
            released.close();
            assertThat(cluster.server().release(OTHER, "somebody", "to see the difference"))
                    .isEqualTo(1);
            soon(other.lost().toCompletableFuture());
            soon(() -> assertThat(losses).extracting(LockLoss::key).containsExactly(OTHER));
            assertThat(released.lost().toCompletableFuture()).isNotDone();
            assertThat(listening).isNotNull();
        }
    }

    @Test
    void invariant05AListenerThatFailsKeepsNothingFromOthers() throws Exception {
        List<LockLoss> losses = new CopyOnWriteArrayList<>();
        List<LockLoss> closed = new CopyOnWriteArrayList<>();
        LockLossListener failing = loss -> {
            throw new IllegalStateException("as every test of failing listeners does");
        };
        a.listen(closed::add).close();
        try (AutoCloseable first = a.listen(failing);
                AutoCloseable second = a.listen(losses::add)) {
            HeldLock held = exclusive(a);
            assertThat(cluster.server().release(KEY, "somebody", "to be heard")).isEqualTo(1);
            soon(() -> assertThat(losses).hasSize(1));
            assertThat(closed).isEmpty();
            assertThat(held.isValid()).isFalse();
            assertThat(first).isNotSameAs(second);
        }
    }
}
