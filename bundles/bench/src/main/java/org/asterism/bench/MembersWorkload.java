package org.asterism.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.asterism.bench.child.ChildProcess;
import org.asterism.bench.hub.HubRestart;
import org.asterism.bench.member.BenchMember;

/** Many members: how soon all hear of one more, and how soon all are back after the hub was killed. */
final class MembersWorkload implements Workload {

    private static final int WARM_UP_JOINS = 30;
    private static final int JOINS = 200;
    private static final int WARM_UP_RESTARTS = 1;
    private static final int RESTARTS = 5;
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration HEARD = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofMinutes(1);
    private static final Duration ANSWER = Duration.ofSeconds(90);
    private static final double MILLI = 1_000;
    private static final double SECOND = 1_000_000;

    private final BenchSetup setup;
    private final List<Row> rows = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    MembersWorkload(BenchSetup setup) {
        this.setup = setup;
    }

    @Override
    public Report run(Progress progress) throws BenchException, InterruptedException {
        int half = setup.count() / 2;
        try (ChildProcess first = ChildProcess.start("crowd", setup.cluster());
                ChildProcess second = ChildProcess.start("crowd", setup.cluster())) {
            List<ChildProcess> crowds = List.of(first, second);
            progress.now(setup.count() + " members join");
            open(crowds, half);
            long before = epochOfNow();
            askAll(crowds, "whole " + setup.count() + " 0 " + WHOLE.toMillis());
            progress.now("one more joins, " + JOINS + " times");
            joins(crowds);
            if (setup.restart().isPresent()) {
                restarts(crowds, setup.restart().get(), before, progress);
            }
            memory();
        }
        return new Report("members", "members", Machine.describe(), rows, targets);
    }

    private void open(List<ChildProcess> crowds, int half) throws BenchException, InterruptedException {
        crowds.get(0).tell("open " + setup.ids().of("x") + " " + half);
        crowds.get(1).tell("open " + setup.ids().of("y") + " " + (setup.count() - half));
        for (ChildProcess crowd : crowds) {
            crowd.answer(START);
        }
    }

    private void joins(List<ChildProcess> crowds) throws BenchException, InterruptedException {
        Times times = new Times();
        for (int number = 1 - WARM_UP_JOINS; number <= JOINS; number++) {
            String id = setup.ids().of("join-" + (number + WARM_UP_JOINS));
            long begin = System.nanoTime();
            BenchMember more = setup.members().join(id);
            try {
                long heard = askAll(crowds, "joined " + id + " " + HEARD.toMillis());
                if (number > 0) {
                    times.record(heard - begin);
                }
            } finally {
                more.close();
            }
        }
        Latency latency = times.latency();
        rows.add(Row.ofLatency("a join, heard by all", setup.count(), latency));
        targets.add(Target.atMost("a join, heard by all: p99 in ms", latency.p99Micros() / MILLI, 100));
    }

    private void restarts(List<ChildProcess> crowds, HubRestart restart, long epoch, Progress progress)
            throws BenchException, InterruptedException {
        Times away = new Times();
        Times times = new Times();
        long before = epoch;
        for (int number = 1 - WARM_UP_RESTARTS; number <= RESTARTS; number++) {
            progress.now("the hub is killed and started, " + (number > 0 ? number + " of " + RESTARTS : "for warm-up"));
            HubRestart.Outage outage = restart.run();
            long whole = askAll(crowds, "whole " + setup.count() + " " + before + " " + WHOLE.toMillis());
            if (number > 0) {
                away.record(outage.open() - outage.killed());
                times.record(whole - outage.open());
            }
            before = epochOfNow();
        }
        Latency latency = times.latency();
        rows.add(Row.ofLatency("the port is open after the kill", setup.count(), away.latency()));
        rows.add(Row.ofLatency("all back after the port is open", setup.count(), latency));
        targets.add(Target.atMost("all back after the port is open: worst in s", latency.maxMicros() / SECOND, 2));
    }

    private void memory() throws BenchException {
        if (setup.hub().isPresent()) {
            targets.add(
                    Target.atMost("memory of the hub in MiB", setup.hub().get().residentMib(), 256));
        }
    }

    private long epochOfNow() throws BenchException, InterruptedException {
        try (BenchMember member = setup.members().join(setup.ids().of("look"))) {
            return member.cluster().view().epoch();
        }
    }

    /** All at once; the latest of what they answer. */
    private static long askAll(List<ChildProcess> crowds, String command) throws BenchException, InterruptedException {
        for (ChildProcess crowd : crowds) {
            crowd.tell(command);
        }
        long latest = Long.MIN_VALUE;
        for (ChildProcess crowd : crowds) {
            latest = Math.max(latest, Long.parseLong(crowd.answer(ANSWER)));
        }
        return latest;
    }
}
