package org.asterism.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockService;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Two members with locks, and what is needed to test them. */
@Timeout(120)
abstract class LockContract {

    static final LockKey KEY = LockKey.of("contract", "thing", "1");
    static final LockKey OTHER = LockKey.of("contract", "other");
    static final Duration LONG = Duration.ofSeconds(60);
    static final Duration SHORT = Duration.ofMillis(100);
    static final Duration SOON = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    LockFixture cluster;
    LockService a;
    LockService b;

    protected abstract LockFixture newCluster() throws Exception;

    @BeforeEach
    final void begin() throws Exception {
        cluster = newCluster();
        a = cluster.join("a");
        b = cluster.join("b");
        b.acquire(LockKey.of("contract", "first"), LockMode.EXCLUSIVE, LONG).close();
    }

    @AfterEach
    final void end() throws Exception {
        threads.shutdownNow();
        cluster.close();
    }

    final <T> Future<T> start(Callable<T> task) {
        return threads.submit(task);
    }

    static <T> T soon(Future<T> future) throws Exception {
        return future.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    final List<LockInfo.Holder> holders() {
        return info().stream().flatMap(lock -> lock.holders().stream()).toList();
    }

    final List<LockInfo.Waiter> waiters() {
        return info().stream().flatMap(lock -> lock.waiters().stream()).toList();
    }

    final void awaitWaiters(int count) {
        soon(() -> assertThat(waiters()).hasSize(count));
    }

    private List<LockInfo> info() {
        return cluster.server().locks(100).stream()
                .filter(lock -> lock.key().equals(KEY))
                .toList();
    }

    static HeldLock exclusive(LockService locks) throws InterruptedException {
        return locks.acquire(KEY, LockMode.EXCLUSIVE, LONG);
    }

    static HeldLock exclusive(LockService locks, String name) throws InterruptedException {
        return locks.acquire(LockKey.of("contract", name), LockMode.EXCLUSIVE, LONG);
    }

    static void soon(ThrowingRunnable assertion) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(5)).untilAsserted(assertion);
    }
}
