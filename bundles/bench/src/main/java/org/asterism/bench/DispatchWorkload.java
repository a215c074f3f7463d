package org.asterism.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.asterism.bench.child.ChildProcess;
import org.asterism.bench.netty.HttpLoad;

/**
 * The dispatcher and a bare byte pump, each in a process of its own, in front of the same two bare back ends. Both are warmed
 * up, then measured in turn, three times; what is told of each is the round in the middle.
 */
final class DispatchWorkload implements Workload {

    private static final String DISPATCHER = "org.asterism.dispatcher.internal.osgi.StandaloneDispatcher";
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final int ROUNDS = 3;
    private static final int IDLE = 10_000;
    private static final int IDLE_MIB = 200;

    private final int connections;
    private final Duration warmup;
    private final Duration time;
    private final Optional<URI> front;
    private final List<Row> rows = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    /** @param front a dispatcher that runs elsewhere and is to be measured as well */
    DispatchWorkload(int connections, Duration warmup, Duration time, Optional<URI> front) {
        this.connections = connections;
        this.warmup = warmup;
        this.time = time;
        this.front = front;
    }

    @Override
    public Report run(Progress progress) throws BenchException, InterruptedException {
        try (ChildProcess first = ChildProcess.start("http-backend", List.of());
                ChildProcess second = ChildProcess.start("http-backend", List.of())) {
            List<String> backends = List.of(first.ask("port", START), second.ask("port", START));
            alone("no proxy, one back end", local(backends.get(0)), progress);
            compare(backends, progress);
            idle(backends, progress);
        }
        if (front.isPresent()) {
            alone("dispatcher at " + front.get().getAuthority(), front.get(), progress);
        }
        return new Report("dispatch", "connections", Machine.describe(), rows, targets);
    }

    private static URI local(String port) {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    private void alone(String name, URI url, Progress progress) throws BenchException, InterruptedException {
        progress.now(name + ", " + connections + " connections");
        try (HttpLoad load = new HttpLoad(url)) {
            load.open(connections);
            rows.add(Row.of(name, connections, load.run(warmup, time), OptionalDouble.empty()));
        }
    }

    private void compare(List<String> backends, Progress progress) throws BenchException, InterruptedException {
        try (Proxy pump = new Proxy(ChildProcess.start("byte-pump", backends));
                Proxy dispatcher = new Proxy(dispatcher(backends))) {
            warmUp("byte pump", pump, progress);
            warmUp("dispatcher", dispatcher, progress);
            many(pump, dispatcher, progress);
            single(pump, dispatcher, progress);
        }
    }

    private void warmUp(String name, Proxy proxy, Progress progress) throws BenchException, InterruptedException {
        progress.now("warm-up of the " + name);
        var unused = proxy.measure(connections, warmup, SHORT);
    }

    private void many(Proxy pump, Proxy dispatcher, Progress progress) throws BenchException, InterruptedException {
        Rounds before = new Rounds();
        Rounds after = new Rounds();
        for (int round = 1; round <= ROUNDS; round++) {
            progress.now(
                    "byte pump, then dispatcher, " + connections + " connections, round " + round + " of " + ROUNDS);
            before.add(pump.measure(connections, SHORT, time));
            after.add(dispatcher.measure(connections, SHORT, time));
        }
        Proxy.Cost base = before.middle();
        Proxy.Cost cost = after.middle();
        rows.add(base.row("byte pump", connections, OptionalDouble.of(1)));
        rows.add(cost.row("dispatcher", connections, OptionalDouble.of(cost.perSecond() / base.perSecond())));
        targets.add(Target.atLeast("requests a second: of the byte pump", cost.perSecond() / base.perSecond(), 0.87));
        targets.add(Target.atMost("p99: times the byte pump's", cost.p99() / base.p99(), 1.3));
        targets.add(
                Target.atMost("CPU: times the byte pump's", cost.processorSeconds() / base.processorSeconds(), 1.35));
    }

    private void single(Proxy pump, Proxy dispatcher, Progress progress) throws BenchException, InterruptedException {
        Rounds before = new Rounds();
        Rounds after = new Rounds();
        for (int round = 1; round <= ROUNDS; round++) {
            progress.now("byte pump, then dispatcher, 1 connection, round " + round + " of " + ROUNDS);
            before.add(pump.measure(1, SHORT, time.dividedBy(ROUNDS)));
            after.add(dispatcher.measure(1, SHORT, time.dividedBy(ROUNDS)));
        }
        double times = after.middle().p50() / before.middle().p50();
        rows.add(before.middle().row("byte pump, alone", 1, OptionalDouble.of(1)));
        rows.add(after.middle().row("dispatcher, alone", 1, OptionalDouble.of(times)));
        targets.add(Target.atMost("alone: times the byte pump's p50", times, 1.25));
    }

    /** In a new process: what it needs for the load would hide what it needs for connections. */
    private void idle(List<String> backends, Progress progress) throws BenchException, InterruptedException {
        progress.now("dispatcher, " + IDLE + " idle connections");
        try (Proxy dispatcher = new Proxy(dispatcher(backends));
                HttpLoad load = new HttpLoad(dispatcher.url())) {
            load.open(IDLE);
            targets.add(Target.atMost(IDLE + " idle connections: memory in MiB", dispatcher.residentMib(), IDLE_MIB));
        }
    }

    private static ChildProcess dispatcher(List<String> backends) throws BenchException {
        List<String> words = new ArrayList<>(List.of(DISPATCHER));
        words.addAll(backends);
        return ChildProcess.start("program", words);
    }
}
