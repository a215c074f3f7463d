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

/**
 * Locks that are taken and released: each thread its own, all the same, and while others hold many. What something is compared
 * with is measured right before it, for machines are not equally fast all the time.
 */
final class LocksWorkload implements Workload {

    private static final int RIVALS = 16;
    private static final int AREAS = 4_096;
    private static final double MOST_MIB = 512;
    private static final int MILLION = 1_000_000;
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Duration TAKE_ALL = Duration.ofMinutes(5);
    private static final String PAIRS = "pairs, each thread its own lock";
    private static final String ALONE = "pairs, alone";
    private static final String HAND_OVERS = "hand-overs of one lock";

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
        try (LockBaseline baseline = new LockBaseline(loop, progress);
                BenchMember member = setup.members().join(setup.ids().of("owner"))) {
            LockService locks = member.locks();
            if (wants(PAIRS)) {
                pairs(locks, baseline, progress);
            }
            if (wants(ALONE)) {
                alone(locks, baseline, progress);
            }
            if (wants(HAND_OVERS)) {
                handOvers(locks, baseline, progress);
            }
            whileHeld(new Held("areas", AREAS, "areas", 0.8), locks, progress);
            whileHeld(new Held("plain", setup.held(), "locks", 0.9), locks, progress);
        }
        if (rows.isEmpty()) {
            throw new BenchException("nothing in 'locks' has '" + setup.only() + "' in its name");
        }
        return new Report("locks", "threads", Machine.describe(), rows, targets);
    }

    private boolean wants(String name) {
        return name.contains(setup.only());
    }

    private static ClosedLoop.Call pair(LockService locks, LockKey key) {
        return () -> {
            HeldLock held = locks.acquire(key, LockMode.EXCLUSIVE, WAIT);
            held.close();
        };
    }

    private Measured own(int threads, LockService locks) throws BenchException, InterruptedException {
        return loop.run(threads, number -> pair(locks, BenchKeys.own(number)));
    }

    private void pairs(LockService locks, LockBaseline baseline, Progress progress)
            throws BenchException, InterruptedException {
        int threads = setup.threads();
        Measured answered = baseline.answered(threads);
        Measured oneWay = baseline.oneWay(threads);
        row("netty lock table, release answered", threads, answered, answered.perSecond() / oneWay.perSecond());
        row("netty lock table, release one way", threads, oneWay, 1);
        progress.now("own locks, " + threads + " threads");
        compared(PAIRS, threads, own(threads, locks), oneWay, 0.95);
    }

    private void alone(LockService locks, LockBaseline baseline, Progress progress)
            throws BenchException, InterruptedException {
        Measured bare = baseline.oneWay(1);
        row("netty lock table, release one way, alone", 1, bare, 1);
        progress.now("own lock, 1 thread");
        Measured alone = own(1, locks);
        double times = alone.latency().p50Micros() / bare.latency().p50Micros();
        row(ALONE, 1, alone, times);
        targets.add(Target.atMost(ALONE + ": times p50", times, 1.4));
    }

    private void handOvers(LockService locks, LockBaseline baseline, Progress progress)
            throws BenchException, InterruptedException {
        Measured bare = baseline.handOvers(RIVALS);
        row("netty lock table, one lock, release answered", RIVALS, bare, 1);
        progress.now("one lock, " + RIVALS + " threads");
        compared(HAND_OVERS, RIVALS, loop.run(RIVALS, number -> pair(locks, BenchKeys.wanted())), bare, 0.8);
    }

    /** What others hold meanwhile: so many of this kind, and at least this ratio of what is possible without. */
    private record Held(String kind, int count, String what, double least) {

        String name(int held) {
            return "pairs while " + held + " " + what + " are held";
        }
    }

    private void whileHeld(Held meanwhile, LockService locks, Progress progress)
            throws BenchException, InterruptedException {
        if (!wants(meanwhile.name(meanwhile.count()))) {
            return;
        }
        progress.now("own locks, " + setup.threads() + " threads, before " + meanwhile.what() + " are held");
        Measured without = own(setup.threads(), locks);
        row("pairs before " + meanwhile.what() + " are held", setup.threads(), without, 1);
        progress.now(meanwhile.count() + " " + meanwhile.what() + " are taken by others");
        try (ChildProcess holder = ChildProcess.start("lock-holder", setup.cluster())) {
            String id = setup.ids().of(meanwhile.kind());
            int held = Integer.parseInt(holder.ask(meanwhile.kind() + " " + id + " " + meanwhile.count(), TAKE_ALL));
            String name = meanwhile.name(held);
            progress.now(name);
            compared(name, setup.threads(), own(setup.threads(), locks), without, meanwhile.least());
            if (setup.hub().isPresent() && held >= MILLION) {
                double memory = setup.hub().get().residentMib();
                targets.add(Target.atMost("memory of the hub with " + held + " locks in MiB", memory, MOST_MIB));
            }
            String none = holder.ask("release", TAKE_ALL);
            progress.now(none + " " + meanwhile.what() + " are held");
        }
    }

    private void compared(String name, int threads, Measured measured, Measured with, double least) {
        double ratio = measured.perSecond() / with.perSecond();
        row(name, threads, measured, ratio);
        targets.add(Target.atLeast(name + ": of the baseline", ratio, least));
    }

    private void row(String name, int threads, Measured measured, double ratio) {
        rows.add(Row.of(name, threads, measured, OptionalDouble.of(ratio)));
    }
}
