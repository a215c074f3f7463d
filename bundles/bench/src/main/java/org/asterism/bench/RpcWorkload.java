package org.asterism.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.asterism.bench.child.ChildProcess;
import org.asterism.bench.member.BenchMember;
import org.asterism.bench.member.Echo;
import org.asterism.bench.member.NonblockingEcho;
import org.asterism.bench.netty.Baseline;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MessageServer;

/** Calls of remote services: of one in the hub, and of some in another member. */
final class RpcWorkload implements Workload {

    private static final String TOPIC = "bench.echo";
    private static final int PAYLOAD = 64;
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Duration CALL = Duration.ofSeconds(10);

    private final BenchSetup setup;
    private final ClosedLoop loop;
    private final List<Row> rows = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    RpcWorkload(BenchSetup setup) {
        this.setup = setup;
        this.loop = new ClosedLoop(setup.warmup(), setup.time());
    }

    /** Finds what is to be called. */
    @FunctionalInterface
    private interface Preparation {
        ClosedLoop.Call prepare() throws BenchException, InterruptedException;
    }

    /** Something to call, and what is expected of it: at least so much of the baseline, alone at most so many times. */
    private record Case(String name, Preparation preparation, OptionalDouble ratio, OptionalDouble alone) {

        Case(String name, Preparation preparation) {
            this(name, preparation, OptionalDouble.empty(), OptionalDouble.empty());
        }

        Case(String name, Preparation preparation, double ratio, double alone) {
            this(name, preparation, OptionalDouble.of(ratio), OptionalDouble.of(alone));
        }
    }

    @Override
    public Report run(Progress progress) throws BenchException, InterruptedException {
        Baseline baseline = Baseline.measure(setup.threads(), loop, progress);
        rows.addAll(baseline.rows());
        try (ChildProcess other = ChildProcess.start("echo-member", setup.cluster());
                BenchMember member = setup.members().join(setup.ids().of("caller"))) {
            MemberId owner = new MemberId(other.ask("offer " + setup.ids().of("echo"), WAIT));
            for (Case one : cases(member, owner)) {
                if (one.name().contains(setup.only())) {
                    measure(one, baseline, progress);
                }
            }
        }
        return new Report("rpc", "threads", Machine.describe(), rows, targets);
    }

    private static List<Case> cases(BenchMember member, MemberId owner) {
        byte[] payload = new byte[PAYLOAD];
        return List.of(
                new Case("service in the hub", () -> hub(member, payload), 0.7, 1.4),
                new Case(
                        "service in a member, nonblocking",
                        () -> echo(member, NonblockingEcho.class, payload),
                        0.45,
                        3),
                new Case("service in a member", () -> echo(member, Echo.class, payload)),
                new Case(
                        "request to a member, direct",
                        () -> () -> same(payload, member.messages().call(owner, TOPIC, payload, CALL))));
    }

    private static ClosedLoop.Call hub(BenchMember member, byte[] payload) throws BenchException, InterruptedException {
        MessageServer hub = member.awaitService(MessageServer.class, WAIT);
        return () -> same(payload, hub.echo(payload));
    }

    private static ClosedLoop.Call echo(BenchMember member, Class<? extends Echo> type, byte[] payload)
            throws BenchException, InterruptedException {
        Echo echo = member.awaitService(type, WAIT);
        return () -> same(payload, echo.echo(payload));
    }

    private static void same(byte[] sent, byte[] answer) throws BenchException {
        if (answer.length != sent.length) {
            throw new BenchException("sent " + sent.length + " bytes, got " + answer.length + " back");
        }
    }

    private void measure(Case one, Baseline baseline, Progress progress) throws BenchException, InterruptedException {
        progress.now(one.name() + ", " + setup.threads() + " threads");
        ClosedLoop.Call call = one.preparation().prepare();
        Measured many = loop.run(setup.threads(), number -> call);
        double ratio = many.perSecond() / baseline.perSecond();
        rows.add(Row.of(one.name(), setup.threads(), many, OptionalDouble.of(ratio)));
        one.ratio().ifPresent(value -> targets.add(Target.atLeast(one.name() + ": of the baseline", ratio, value)));
        progress.now(one.name() + ", 1 thread");
        Measured alone = loop.run(1, number -> call);
        double times = alone.latency().p50Micros() / baseline.aloneMicros();
        rows.add(Row.of(one.name() + ", alone", 1, alone, OptionalDouble.of(times)));
        one.alone().ifPresent(value -> targets.add(Target.atMost(one.name() + ", alone: times p50", times, value)));
    }
}
