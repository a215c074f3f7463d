package org.asterism.bench.netty;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.asterism.bench.BenchException;
import org.asterism.bench.ClosedLoop;
import org.asterism.bench.Measured;
import org.asterism.bench.Progress;
import org.asterism.bench.child.ChildProcess;

/** What locks are compared with: a bare lock table in another process, over one connection, as a member has one. */
public final class LockBaseline implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(30);

    private final ClosedLoop loop;
    private final Progress progress;
    private final ChildProcess table;
    private final Transport transport = new Transport();
    private final LockConnection connection;

    /** Starts the table. */
    public LockBaseline(ClosedLoop loop, Progress progress) throws BenchException, InterruptedException {
        this.loop = loop;
        this.progress = progress;
        this.table = ChildProcess.start("netty-locks", List.of());
        this.connection = new LockConnection(transport, Integer.parseInt(table.ask("port", START)));
    }

    /** Each thread takes its own lock and releases it, and waits for both. */
    public Measured answered(int threads) throws BenchException, InterruptedException {
        progress.now("netty lock table, " + threads + " threads");
        return loop.run(threads, number -> answered("lock-" + number));
    }

    /** Each thread takes its own lock and releases it without waiting for the release. */
    public Measured oneWay(int threads) throws BenchException, InterruptedException {
        progress.now("netty lock table, release one way, " + threads + " threads");
        return loop.run(threads, number -> oneWay("lock-" + number));
    }

    /** All threads take the same lock, one after the other, and wait for its release. */
    public Measured handOvers(int threads) throws BenchException, InterruptedException {
        progress.now("netty lock table, one lock, " + threads + " threads");
        return loop.run(threads, number -> answered("lock"));
    }

    private ClosedLoop.Call answered(String name) {
        byte[] key = name.getBytes(StandardCharsets.UTF_8);
        return () -> {
            var unused = connection.acquire(key);
            connection.releaseAndWait(key);
        };
    }

    private ClosedLoop.Call oneWay(String name) {
        byte[] key = name.getBytes(StandardCharsets.UTF_8);
        return () -> {
            var unused = connection.acquire(key);
            connection.release(key);
        };
    }

    @Override
    public void close() {
        transport.close();
        table.close();
    }
}
