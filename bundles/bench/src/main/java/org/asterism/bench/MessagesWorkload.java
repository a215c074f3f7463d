package org.asterism.bench;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.asterism.bench.child.ChildProcess;
import org.asterism.bench.member.BenchMember;
import org.asterism.bench.netty.Baseline;

/** One publisher and many subscribers: as fast as it goes, and at a moderate rate to see what one message takes. */
final class MessagesWorkload implements Workload {

    private static final int PAYLOAD = 256;
    private static final int MODERATE = 1_000;
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration ARRIVAL = Duration.ofSeconds(20);
    private static final double NANOS = 1e9;
    private static final int BURST = 64;

    private final BenchSetup setup;
    private final List<Row> rows = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    MessagesWorkload(BenchSetup setup) {
        this.setup = setup;
    }

    @Override
    public Report run(Progress progress) throws BenchException, InterruptedException {
        Baseline baseline = Baseline.measure(setup.threads(), new ClosedLoop(setup.warmup(), setup.time()), progress);
        rows.addAll(baseline.rows());
        with(10, 20, baseline, progress);
        with(50, 15, baseline, progress);
        return new Report("messages", "parties", Machine.describe(), rows, targets);
    }

    private void with(int subscribers, double goal, Baseline baseline, Progress progress)
            throws BenchException, InterruptedException {
        String topic = "bench.fan-out-" + subscribers;
        String ids = IntStream.rangeClosed(1, subscribers)
                .mapToObj(number -> setup.ids().of("s" + subscribers + "-" + number))
                .collect(Collectors.joining(","));
        try (ChildProcess hearing = ChildProcess.start("subscribers", setup.cluster());
                BenchMember member = setup.members().join(setup.ids().of("p" + subscribers))) {
            hearing.ask("open " + topic + " " + ids, START);
            Publisher publisher = new Publisher(member.messages(), topic);
            progress.now("fan-out to " + subscribers + " subscribers");
            double ratio = fanOut(hearing, publisher, subscribers, baseline);
            targets.add(Target.atLeast("fan-out to " + subscribers + ": of the baseline", ratio, goal));
            if (subscribers == 10) {
                progress.now(MODERATE + " publications a second to " + subscribers + " subscribers");
                moderate(hearing, publisher, subscribers);
            }
            long expected = publisher.published() * subscribers;
            long heard = Long.parseLong(hearing.ask("await " + expected + " " + ARRIVAL.toMillis(), ANSWER));
            targets.add(Target.atMost(
                    "fan-out to " + subscribers + ": lost or doubled", (double) Math.abs(expected - heard), 0));
        }
    }

    private double fanOut(ChildProcess hearing, Publisher publisher, int subscribers, Baseline baseline)
            throws BenchException, InterruptedException {
        byte[] payload = new byte[PAYLOAD];
        flood(publisher, payload, setup.warmup());
        String[] before = hearing.ask("count", ANSWER).split(" ", -1);
        flood(publisher, payload, setup.time());
        String[] after = hearing.ask("count", ANSWER).split(" ", -1);
        double perSecond = (Long.parseLong(after[1]) - Long.parseLong(before[1]))
                * NANOS
                / (Long.parseLong(after[0]) - Long.parseLong(before[0]));
        double ratio = perSecond / baseline.perSecond();
        rows.add(Row.ofRate("deliveries to " + subscribers + " subscribers", subscribers, perSecond, ratio));
        return ratio;
    }

    private static void flood(Publisher publisher, byte[] payload, Duration time)
            throws BenchException, InterruptedException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < time.toNanos()) {
            for (int number = 0; number < BURST; number++) {
                publisher.publish(payload);
            }
        }
    }

    private void moderate(ChildProcess hearing, Publisher publisher, int subscribers)
            throws BenchException, InterruptedException {
        hearing.ask("await " + publisher.published() * subscribers + " " + ARRIVAL.toMillis(), ANSWER);
        pace(publisher, setup.warmup());
        hearing.ask("time", ANSWER);
        pace(publisher, setup.time());
        hearing.ask("await " + publisher.published() * subscribers + " " + ARRIVAL.toMillis(), ANSWER);
        String[] times = hearing.ask("times", ANSWER).split(" ", -1);
        Latency latency =
                new Latency(Double.parseDouble(times[1]), Double.parseDouble(times[2]), Double.parseDouble(times[3]));
        double perSecond = Double.parseDouble(times[0]) / setup.time().toSeconds();
        rows.add(new Row(
                "at " + MODERATE + " publications a second",
                subscribers,
                OptionalDouble.of(perSecond),
                Optional.of(latency),
                OptionalDouble.empty(),
                OptionalDouble.empty()));
        targets.add(Target.atMost("at a moderate rate: p50 in ms", latency.p50Micros() / 1_000, 0.3));
    }

    /** Each message begins with the time of its sending: the clock is the same in all processes of the machine. */
    private static void pace(Publisher publisher, Duration time) throws BenchException, InterruptedException {
        long pause = TimeUnit.SECONDS.toNanos(1) / MODERATE;
        long begin = System.nanoTime();
        for (long next = 0; next < time.toNanos(); next += pause) {
            for (long ahead = next - (System.nanoTime() - begin);
                    ahead > 0;
                    ahead = next - (System.nanoTime() - begin)) {
                LockSupport.parkNanos(ahead);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            publisher.publish(
                    ByteBuffer.allocate(PAYLOAD).putLong(System.nanoTime()).array());
        }
    }
}
