package org.asterism.bench.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.asterism.bench.ClosedLoop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LockBaselineTest {

    @Test
    void measuresABareLockTableInAProcessOfItsOwn() throws Exception {
        ClosedLoop loop = new ClosedLoop(Duration.ofMillis(100), Duration.ofMillis(200));

        try (LockBaseline baseline = new LockBaseline(loop, what -> {})) {
            assertThat(baseline.answered(4).perSecond()).isPositive();
            assertThat(baseline.oneWay(1).latency().p50Micros()).isPositive();
            assertThat(baseline.handOvers(3).perSecond()).isPositive();
        }
    }

    @Test
    void theTableGrantsALockToOneAtATimeInOrder() throws Exception {
        byte[] key = "key".getBytes(StandardCharsets.UTF_8);
        try (LockTableServer server = new LockTableServer();
                Transport transport = new Transport()) {
            LockConnection a = new LockConnection(transport, server.port());
            LockConnection b = new LockConnection(transport, server.port());
            long first = a.acquire(key);
            CompletableFuture<Long> second = CompletableFuture.supplyAsync(() -> token(b, key));
            assertThat(a.acquire("other".getBytes(StandardCharsets.UTF_8))).isGreaterThan(first);
            assertThat(second).isNotDone();
            a.releaseAndWait(key);
            assertThat(second.join()).isGreaterThan(first);
            b.release(key);
            assertThat(a.acquire(key)).isGreaterThan(second.join());
        }
    }

    private static long token(LockConnection connection, byte[] key) {
        try {
            return connection.acquire(key);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
