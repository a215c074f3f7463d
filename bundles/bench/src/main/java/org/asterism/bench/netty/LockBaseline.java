package org.asterism.bench.netty;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.asterism.bench.BenchException;
import org.asterism.bench.ClosedLoop;
import org.asterism.bench.Measured;
import org.asterism.bench.Progress;
import org.asterism.bench.Row;
import org.asterism.bench.child.ChildProcess;

/**
 * What locks are compared with: a bare lock table in another process, over one connection, as a member has one.
 *
 * @param pairsPerSecond locks taken and released by many threads, each its own, without waiting for the release
 * @param aloneMicros what a thread alone needs for that, at p50
 * @param handOversPerSecond how often one lock that several threads want changes hands, the release answered
 * @param rows all that was measured
 */
public record LockBaseline(double pairsPerSecond, double aloneMicros, double handOversPerSecond, List<Row> rows) {

    private static final Duration START = Duration.ofSeconds(30);

    /**
     * Starts the table, measures, ends it.
     *
     * @param threads each with its own lock
     * @param rivals threads that want the same lock
     */
    public static LockBaseline measure(int threads, int rivals, ClosedLoop loop, Progress progress)
            throws BenchException, InterruptedException {
        try (ChildProcess table = ChildProcess.start("netty-locks", List.of());
                Transport transport = new Transport()) {
            LockConnection connection = new LockConnection(transport, Integer.parseInt(table.ask("port", START)));
            progress.now("netty lock table, " + threads + " threads");
            Measured answered = loop.run(threads, number -> answered(connection, "lock-" + number));
            progress.now("netty lock table, release one way, " + threads + " threads");
            Measured oneWay = loop.run(threads, number -> oneWay(connection, "lock-" + number));
            progress.now("netty lock table, release one way, 1 thread");
            Measured alone = loop.run(1, number -> oneWay(connection, "lock-" + number));
            progress.now("netty lock table, one lock, " + rivals + " threads");
            Measured rivalry = loop.run(rivals, number -> answered(connection, "lock"));
            double best = oneWay.perSecond();
            return new LockBaseline(
                    best,
                    alone.latency().p50Micros(),
                    rivalry.perSecond(),
                    List.of(
                            row("netty lock table, release answered", threads, answered, answered.perSecond() / best),
                            row("netty lock table, release one way", threads, oneWay, 1),
                            row("netty lock table, release one way, alone", 1, alone, 1),
                            row("netty lock table, one lock, release answered", rivals, rivalry, 1)));
        }
    }

    private static Row row(String name, int threads, Measured measured, double ratio) {
        return Row.of(name, threads, measured, OptionalDouble.of(ratio));
    }

    private static ClosedLoop.Call answered(LockConnection connection, String name) {
        byte[] key = name.getBytes(StandardCharsets.UTF_8);
        return () -> {
            var unused = connection.acquire(key);
            connection.releaseAndWait(key);
        };
    }

    private static ClosedLoop.Call oneWay(LockConnection connection, String name) {
        byte[] key = name.getBytes(StandardCharsets.UTF_8);
        return () -> {
            var unused = connection.acquire(key);
            connection.release(key);
        };
    }
}
