package org.asterism.remote.internal;

import static org.asterism.metrics.Metric.counter;
import static org.asterism.metrics.Metric.gauge;

import java.util.List;
import java.util.function.Supplier;
import org.asterism.alarm.AlarmKind;
import org.asterism.alarm.AlarmKind.Severity;
import org.asterism.alarm.AlarmSource;
import org.asterism.alarm.Condition;
import org.asterism.alarm.Fullness;
import org.asterism.metrics.Metric;
import org.asterism.metrics.MetricSource;
import org.asterism.metrics.Readings;

/** Remote calls of this member to others, and of others to it. */
public final class CallNumbers implements MetricSource, AlarmSource {

    private static final double NANOS = 1e-9;
    private static final String SERVICE = "service";
    private static final String SIDE = "side";

    static final Metric CALLS = counter(
            "asterism_remote_calls_total",
            "Calls that have ended, by interface; sent from here or received",
            SERVICE,
            SIDE);
    static final Metric FAILURES = counter(
            "asterism_remote_call_failures_total",
            "Calls that ended with an exception; of those received, that could not be answered",
            SERVICE,
            SIDE);
    static final Metric SECONDS =
            counter("asterism_remote_call_seconds_total", "How long all of them took", SERVICE, SIDE);
    static final Metric WAITING = gauge("asterism_remote_calls_waiting", "Calls of others that wait for a thread");
    static final Metric WAITING_MAX = gauge("asterism_remote_calls_waiting_max", "The most that may wait");

    static final AlarmKind QUEUE = new AlarmKind(
            "remote-call-queue",
            Severity.WARNING,
            "the services here are too slow for their callers: look at what they wait for, or raise the threads of org.asterism.remote");

    private final CallCounts sent;
    private final CallCounts received;
    private final Supplier<Queue> queue;
    private final Fullness fullness = new Fullness();

    /** How many wait, and how many may. */
    public record Queue(int waiting, int most) {}

    public CallNumbers(CallCounts sent, CallCounts received, Supplier<Queue> queue) {
        this.sent = sent;
        this.received = received;
        this.queue = queue;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(CALLS, FAILURES, SECONDS, WAITING, WAITING_MAX);
    }

    @Override
    public void read(Readings readings) {
        read(sent, "sent", readings);
        read(received, "received", readings);
        readings.add(WAITING, queue.get().waiting());
        readings.add(WAITING_MAX, queue.get().most());
    }

    private static void read(CallCounts counts, String side, Readings readings) {
        counts.all().forEach((service, count) -> {
            readings.add(CALLS, count.calls(), service, side);
            readings.add(FAILURES, count.failures(), service, side);
            readings.add(SECONDS, count.nanos() * NANOS, service, side);
        });
    }

    @Override
    public List<AlarmKind> kinds() {
        return List.of(QUEUE);
    }

    @Override
    public List<Condition> conditions() {
        Queue now = queue.get();
        return fullness.isFull(now.waiting(), now.most())
                ? List.of(QUEUE.of("calls", now.waiting() + " calls wait for a thread, at most " + now.most() + " may"))
                : List.of();
    }
}
