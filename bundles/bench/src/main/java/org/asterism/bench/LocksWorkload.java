package org.asterism.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.asterism.bench.child.ChildProcess;
import org.asterism.bench.member.BenchKeys;
import org.asterism.bench.member.BenchMember;
import org.asterism.bench.netty.LockBaseline;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockService;

/** Locks that are taken and released: each thread its own, all the same, and while others hold many. */
final class LocksWorkload implements Workload {

    private static final int RIVALS = 16;
    private static final int AREAS = 4_096;
    private static final double MOST_MIB = 512;
    private static final int MILLION = 1_000_000;
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Duration TAKE_ALL = Duration.ofMinutes(5);

    private final BenchSetup setup;
    private final ClosedLoop loop;
    private final List<Row> rows = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    LocksWorkload(BenchSetup setup) {
        this.setup = setup;
        this.loop = new ClosedLoop(setup.warmup(), setup.time());
    }

    @Override
    public Report run(Progress progress) throws BenchException, InterruptedException {
        LockBaseline baseline = LockBaseline.measure(setup.threads(), RIVALS, loop, progress);
        rows.addAll(baseline.rows());
        try (BenchMember member = setup.members().join(setup.ids().of("owner"))) {
            LockService locks = member.locks();
            progress.now("own locks, " + setup.threads() + " threads");
            Measured plain = loop.run(setup.threads(), number -> pair(locks, BenchKeys.own(number)));
            compared("pairs, each thread its own lock", setup.threads(), plain, baseline.pairsPerSecond(), 0.95);
            alone(locks, baseline, progress);
            progress.now("one lock, " + RIVALS + " threads");
            Measured rivalry = loop.run(RIVALS, number -> pair(locks, BenchKeys.wanted()));
            compared("hand-overs of one lock", RIVALS, rivalry, baseline.handOversPerSecond(), 0.8);
            whileHeld("areas", AREAS, "areas", locks, plain, 0.8, progress);
            whileHeld("plain", setup.held(), "locks", locks, plain, 0.9, progress);
        }
        return new Report("locks", "threads", Machine.describe(), rows, targets);
    }

    private static ClosedLoop.Call pair(LockService locks, LockKey key) {
        return () -> {
            HeldLock held = locks.acquire(key, LockMode.EXCLUSIVE, WAIT);
            held.close();
        };
    }

    private void compared(String name, int threads, Measured measured, double with, double least) {
        double ratio = measured.perSecond() / with;
        rows.add(Row.of(name, threads, measured, OptionalDouble.of(ratio)));
        targets.add(Target.atLeast(name + ": of the baseline", ratio, least));
    }

    private void alone(LockService locks, LockBaseline baseline, Progress progress)
            throws BenchException, InterruptedException {
        progress.now("own lock, 1 thread");
        Measured alone = loop.run(1, number -> pair(locks, BenchKeys.own(number)));
        double times = alone.latency().p50Micros() / baseline.aloneMicros();
        rows.add(Row.of("pairs, alone", 1, alone, OptionalDouble.of(times)));
        targets.add(Target.atMost("pairs, alone: times p50", times, 1.4));
    }

    private void whileHeld(
            String kind, int count, String what, LockService locks, Measured plain, double least, Progress progress)
            throws BenchException, InterruptedException {
        progress.now(count + " " + what + " are taken by others");
        try (ChildProcess holder = ChildProcess.start("lock-holder", setup.cluster())) {
            String held = holder.ask(kind + " " + setup.ids().of(kind) + " " + count, TAKE_ALL);
            String name = "pairs while " + held + " " + what + " are held";
            progress.now(name);
            Measured measured = loop.run(setup.threads(), number -> pair(locks, BenchKeys.own(number)));
            compared(name, setup.threads(), measured, plain.perSecond(), least);
            if (setup.hub().isPresent() && Integer.parseInt(held) >= MILLION) {
                double memory = setup.hub().get().residentMib();
                targets.add(Target.atMost("memory of the hub with " + held + " locks in MiB", memory, MOST_MIB));
            }
            String none = holder.ask("release", TAKE_ALL);
            progress.now(none + " " + what + " are held");
        }
    }
}
