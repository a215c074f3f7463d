package org.asterism.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/**
 * A holder that is cut off, by one clock that is walked by hand for everyone: it stops to believe before the server gives the lock
 * away. Counted from the cut, because renewals may be under way until then.
 */
@Timeout(60)
class CutOffHolderTest {

    private static final LockKey KEY = LockKey.of("test", "cut");
    private static final LockKey NOTHING = LockKey.of("test", "nothing");
    private static final Duration LEASE = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int STEPS = 60;

    private final ManualClock clock = new ManualClock();
    private final InMemoryCluster cluster = InMemoryCluster.warming();
    private final List<AutoCloseable> ends = new ArrayList<>();

    @AfterEach
    void end() throws Exception {
        for (int i = ends.size() - 1; i >= 0; i--) {
            ends.get(i).close();
        }
        cluster.close();
    }

    @RepeatedTest(20)
    void stopsToBelieveBeforeTheServerGivesTheLockAway() throws Exception {
        InMemoryMember hub = cluster.hub();
        LockServerSettings settings = new LockServerSettings(LEASE, new Bounds(100, 100, 100));
        MessagingLockServer server =
                MessagingLockServer.start(hub.cluster(), hub.messages(), settings, clock::nanoTime);
        ends.add(server);
        InMemoryMember holder = cluster.join("a", MemberKind.INSTANCE);
        MessagingLockService a = join(holder);
        MessagingLockService b = join(cluster.join("b", MemberKind.INSTANCE));
        cluster.everyoneIsBack();
        HeldLock held = a.acquire(KEY, LockMode.EXCLUSIVE, SOON);
        CompletableFuture<HeldLock> next = b.openSession().acquireAsync(KEY, LockMode.EXCLUSIVE, LEASE.multipliedBy(3));
        cluster.partition(holder);
        assertThat(held.isValid()).as("at the cut").isTrue();

        walk(STEPS, b, () -> assertThat(isGivenAway(server) && held.isValid())
                .as("two believers")
                .isFalse());
        assertThat(held.isValid()).as("a lease after the cut").isFalse();
        // the server counts from when it heard of the holder, which may have been a step or two later
        walk(STEPS, b, () -> {});
        assertThat(next.get(SOON.toSeconds(), TimeUnit.SECONDS).fencingToken()).isGreaterThan(held.fencingToken());
    }

    private void walk(int steps, MessagingLockService other, Runnable check) throws Exception {
        for (int step = 0; step < steps; step++) {
            clock.advance(LEASE.dividedBy(STEPS));
            other.acquire(NOTHING, LockMode.SHARED, SOON).close(); // a sign of life, and the server looks at the clock
            check.run();
        }
    }

    private MessagingLockService join(InMemoryMember member) {
        LockClientSettings settings = new LockClientSettings(Duration.ofSeconds(10), Duration.ofMillis(10));
        MessagingLockService service =
                MessagingLockService.start(member.cluster(), member.messages(), settings, clock::nanoTime, 0);
        ends.add(service);
        return service;
    }

    private static boolean isGivenAway(MessagingLockServer server) {
        return server.locks(10).stream()
                .filter(lock -> lock.key().equals(KEY))
                .flatMap(lock -> lock.holders().stream())
                .anyMatch(one -> one.member().value().equals("b"));
    }
}
