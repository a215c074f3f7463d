package org.asterism.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.asterism.cluster.MemberKind;
import org.asterism.lock.internal.Bounds;
import org.asterism.lock.internal.client.LockClientSettings;
import org.asterism.lock.internal.client.MessagingLockService;
import org.asterism.lock.internal.server.LockServerSettings;
import org.asterism.lock.internal.server.MessagingLockServer;
import org.asterism.testing.cluster.InMemoryCluster;
import org.asterism.testing.cluster.InMemoryMember;
import org.asterism.testing.cluster.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A holder that is cut off, by one clock that is walked by hand for everyone: when it stops to believe, and when the server gives
 * the lock to the next one. The lease is so long that nothing is renewed by the real clock meanwhile.
 */
@Timeout(60)
class CutOffHolderTest {

    private static final LockKey KEY = LockKey.of("test", "cut");
    private static final LockKey NOTHING = LockKey.of("test", "nothing");
    private static final Duration LEASE = Duration.ofHours(1);
    private static final Duration ON_THE_WAY = Duration.ofMillis(1);
    private static final Duration STEP = Duration.ofNanos(100_000);
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ManualClock clock = new ManualClock();
    private final AtomicBoolean messagesTakeTime = new AtomicBoolean();
    private final InMemoryCluster cluster = InMemoryCluster.warming();
    private final List<AutoCloseable> ends = new CopyOnWriteArrayList<>();
    private MessagingLockServer server;
    private InMemoryMember memberA;
    private MessagingLockService a;
    private MessagingLockService b;

    @BeforeEach
    void begin() {
        InMemoryMember hub = cluster.hub();
        LockServerSettings settings = new LockServerSettings(LEASE, new Bounds(100, 100, 100));
        server = MessagingLockServer.start(hub.cluster(), hub.messages(), settings, this::heardAt);
        memberA = cluster.join("a", MemberKind.INSTANCE);
        a = join(memberA);
        b = join(cluster.join("b", MemberKind.INSTANCE));
        cluster.everyoneIsBack();
    }

    /** The server hears of something a little later than it was sent. */
    private long heardAt() {
        if (messagesTakeTime.get()) {
            clock.advance(ON_THE_WAY);
        }
        return clock.nanoTime();
    }

    private MessagingLockService join(InMemoryMember member) {
        LockClientSettings settings = new LockClientSettings(Duration.ofSeconds(10), Duration.ofMillis(10));
        MessagingLockService service =
                MessagingLockService.start(member.cluster(), member.messages(), settings, clock::nanoTime, 0);
        ends.add(service);
        return service;
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable end : ends) {
            end.close();
        }
        server.close();
        cluster.close();
    }

    @Test
    void stopsToBelieveStrictlyBeforeTheServerGivesTheLockAway() throws Exception {
        List<LockLoss> losses = new CopyOnWriteArrayList<>();
        ends.add(a.listen(losses::add));
        HeldLock held = hold();
        CompletableFuture<HeldLock> next = queue();
        Worker worker = new Worker(held);
        cluster.partition(memberA);

        clock.advance(LEASE.minusMinutes(1).minus(ON_THE_WAY.multipliedBy(100)));
        assertThat(held.isValid()).as("long before the end").isTrue();
        assertThat(isGivenAway()).isFalse();
        assertThat(losses).isEmpty();

        long stoppedAt = walkUntil(() -> !held.isValid());
        assertThat(isGivenAway()).as("when the holder stopped to believe").isFalse();
        long givenAt = walkUntil(this::isGivenAway);
        assertThat(givenAt - stoppedAt)
                .isBetween(ON_THE_WAY.minus(STEP).toNanos(), LEASE.dividedBy(60).toNanos());
        assertThat(await().atMost(SOON)
                        .until(() -> next.getNow(held), lock -> !lock.equals(held))
                        .fencingToken())
                .isGreaterThan(held.fencingToken());

        await().atMost(SOON).until(() -> losses.size() == 1);
        assertThat(losses.get(0).cause()).isEqualTo(LockLoss.Cause.LEASE_OVER);
        assertThat(losses.get(0).fencingToken()).isEqualTo(held.fencingToken());
        await().atMost(SOON).until(worker::isInterrupted);
        assertThat(held.lost().toCompletableFuture()).isCompletedWithValue(losses.get(0));
    }

    @Test
    void doesNotBelieveAgainWhenItIsBack() throws Exception {
        HeldLock held = hold();
        cluster.partition(memberA);
        clock.advance(LEASE);
        cluster.heal(memberA);
        HeldLock again = a.acquire(KEY, LockMode.EXCLUSIVE, SOON);

        assertThat(held.isValid()).isFalse();
        assertThat(again.isValid()).isTrue();
        assertThat(again.fencingToken()).isGreaterThan(held.fencingToken());
    }

    private HeldLock hold() throws InterruptedException {
        a.acquire(NOTHING, LockMode.SHARED, SOON).close();
        messagesTakeTime.set(true);
        HeldLock held = a.acquire(KEY, LockMode.EXCLUSIVE, SOON);
        messagesTakeTime.set(false);
        return held;
    }

    /** The other one waits; it was heard of a minute later. */
    private CompletableFuture<HeldLock> queue() {
        clock.advance(Duration.ofMinutes(1));
        CompletableFuture<HeldLock> next = b.openSession().acquireAsync(KEY, LockMode.EXCLUSIVE, LEASE.multipliedBy(2));
        await().atMost(SOON).until(() -> server.status().waiting() == 1);
        return next;
    }

    private boolean isGivenAway() {
        assertThat(server.release(NOTHING, "the test", "it looks at the clock")).isZero();
        return server.locks(10).stream()
                .flatMap(lock -> lock.holders().stream())
                .anyMatch(holder -> holder.member().value().equals("b"));
    }

    private long walkUntil(BooleanSupplier condition) {
        for (int i = 0; i < 10_000; i++) {
            if (condition.getAsBoolean()) {
                return clock.nanoTime();
            }
            clock.advance(STEP);
        }
        throw new AssertionError("it never happens");
    }

    /** A thread that works for long under a lock, and wishes to be interrupted when that is lost. */
    private static final class Worker {

        private final CountDownLatch never = new CountDownLatch(1);
        private final AtomicBoolean interrupted = new AtomicBoolean();

        Worker(HeldLock held) {
            Thread thread = new Thread(this::work, "worker");
            thread.setDaemon(true);
            thread.start();
            assertThat(held.interruptOnLoss(thread)).isSameAs(held);
        }

        private void work() {
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        }

        boolean isInterrupted() {
            return interrupted.get();
        }
    }
}
