package org.asterism.bench;

import java.net.URI;
import java.time.Duration;
import java.util.OptionalDouble;
import org.asterism.bench.child.ChildProcess;
import org.asterism.bench.netty.HttpLoad;

/** A proxy in a process of its own, and what requests through it cost. */
final class Proxy implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(30);
    private static final double BUNCH = 100_000;
    private static final double NANOS = 1e9;

    private final ChildProcess process;
    private final URI url;

    /** @param processorSeconds of the proxy, for 100,000 requests */
    record Cost(Measured measured, double processorSeconds) {

        double perSecond() {
            return measured.perSecond();
        }

        double p50() {
            return measured.latency().p50Micros();
        }

        double p99() {
            return measured.latency().p99Micros();
        }

        Row row(String name, int connections, OptionalDouble ratio) {
            return Row.of(name, connections, measured, ratio).costing(processorSeconds);
        }
    }

    Proxy(ChildProcess process) throws BenchException, InterruptedException {
        this.process = process;
        this.url = URI.create("http://127.0.0.1:" + process.ask("port", START) + "/");
    }

    URI url() {
        return url;
    }

    double residentMib() throws BenchException {
        return process.residentMib();
    }

    /** Over new connections. */
    Cost measure(int connections, Duration warmup, Duration time) throws BenchException, InterruptedException {
        try (HttpLoad load = new HttpLoad(url)) {
            load.open(connections);
            if (!warmup.isZero()) {
                var unused = load.run(Duration.ZERO, warmup);
            }
            Duration before = process.processorTime();
            Measured measured = load.run(Duration.ZERO, time);
            Duration used = process.processorTime().minus(before);
            return new Cost(measured, used.toNanos() / NANOS / measured.count() * BUNCH);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
