package org.asterism.bench.netty;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.asterism.bench.BenchException;
import org.asterism.bench.ClosedLoop;
import org.asterism.bench.Measured;
import org.asterism.bench.Progress;
import org.asterism.bench.Row;
import org.asterism.bench.child.ChildProcess;

/**
 * What the results are compared with: calls of a bare echo in another process.
 *
 * @param perSecond with many threads, over one connection or one for each, whichever is faster
 * @param aloneMicros what a thread alone waits for its answer, at p50
 * @param rows all that was measured
 */
public record Baseline(double perSecond, double aloneMicros, List<Row> rows) {

    private static final Duration START = Duration.ofSeconds(30);

    /** Starts the echo, measures, ends it. */
    public static Baseline measure(int threads, ClosedLoop loop, Progress progress)
            throws BenchException, InterruptedException {
        try (ChildProcess echo = ChildProcess.start("netty-echo", List.of());
                Transport transport = new Transport()) {
            int port = Integer.parseInt(echo.ask("port", START));
            progress.now("netty echo, one connection, " + threads + " threads");
            EchoConnection one = new EchoConnection(transport, port);
            Measured shared = loop.run(threads, number -> caller(one));
            progress.now("netty echo, a connection for each of " + threads + " threads");
            List<EchoConnection> each = new ArrayList<>();
            for (int number = 0; number < threads; number++) {
                each.add(new EchoConnection(transport, port));
            }
            Measured separate = loop.run(threads, number -> caller(each.get(number)));
            progress.now("netty echo, 1 thread");
            Measured alone = loop.run(1, number -> caller(one));
            return of(threads, shared, separate, alone);
        }
    }

    private static ClosedLoop.Call caller(EchoConnection connection) {
        byte[] payload = new byte[EchoFrame.PAYLOAD];
        return () -> {
            var unused = connection.call(payload);
        };
    }

    private static Baseline of(int threads, Measured shared, Measured separate, Measured alone) {
        double best = Math.max(shared.perSecond(), separate.perSecond());
        return new Baseline(
                best,
                alone.latency().p50Micros(),
                List.of(
                        Row.of("netty echo, one connection", threads, shared, ratio(shared, best)),
                        Row.of("netty echo, a connection each", threads, separate, ratio(separate, best)),
                        Row.of("netty echo, alone", 1, alone, OptionalDouble.of(1))));
    }

    private static OptionalDouble ratio(Measured measured, double best) {
        return OptionalDouble.of(measured.perSecond() / best);
    }
}
