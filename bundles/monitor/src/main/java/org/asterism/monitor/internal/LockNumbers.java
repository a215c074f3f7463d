package org.asterism.monitor.internal;

import static org.asterism.metrics.Metric.counter;
import static org.asterism.metrics.Metric.gauge;

import java.time.Duration;
import java.util.List;
import org.asterism.alarm.AlarmKind;
import org.asterism.alarm.AlarmKind.Severity;
import org.asterism.alarm.AlarmSource;
import org.asterism.alarm.Condition;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockServer;
import org.asterism.lock.LockServerStatus;
import org.asterism.lock.LockStatistics;
import org.asterism.lock.LongHeldLocks;
import org.asterism.metrics.Metric;
import org.asterism.metrics.MetricSource;
import org.asterism.metrics.Readings;

/** The lock server of this container, and what is held for too long. */
public final class LockNumbers implements MetricSource, AlarmSource {

    private static final double NANOS = 1e-9;
    private static final String NAMESPACE = "namespace";
    private static final String QUANTILE = "quantile";

    static final Metric HELD = gauge("asterism_locks_held", "Locks that are held", NAMESPACE);
    static final Metric WAITING = gauge("asterism_locks_waiting", "Requests that wait", NAMESPACE);
    static final Metric GRANTED = counter("asterism_locks_granted_total", "Locks that were granted", NAMESPACE);
    static final Metric RELEASED = counter("asterism_locks_released_total", "Locks that were given back");
    static final Metric TIMED_OUT = counter("asterism_locks_timed_out_total", "Requests that waited in vain");
    static final Metric REFUSED = counter("asterism_locks_refused_total", "Requests refused because of a bound");
    static final Metric LOST = counter("asterism_locks_lost_total", "Locks taken from members that were lost");
    static final Metric FORCED = counter("asterism_locks_forced_total", "Locks released by a person");
    static final Metric DEADLOCKS = counter("asterism_locks_deadlocks_total", "Deadlocks that were found");
    static final Metric OWNERS = gauge("asterism_locks_owners", "Sessions that hold or wait");
    static final Metric OLDEST = gauge("asterism_locks_oldest_seconds", "Age of the lock that is held longest");
    static final Metric GRACE =
            gauge("asterism_locks_grace", "1 while holders of the hub's former life declare their locks");
    static final Metric HOLDING =
            gauge("asterism_locks_holding_seconds", "How long locks were held, of those that are over", QUANTILE);
    static final Metric WAITED = gauge("asterism_locks_wait_seconds", "How long those waited that had to", QUANTILE);

    public static final AlarmKind LONG_HELD = new AlarmKind(
            "long-held-lock",
            Severity.WARNING,
            "find its holder with asterism:locks --long-held, and release it with asterism:lock-release if it is stuck");

    private final LockServer server;

    /** @param server that of this container */
    public LockNumbers(LockServer server) {
        this.server = server;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                HELD, WAITING, GRANTED, RELEASED, TIMED_OUT, REFUSED, LOST, FORCED, DEADLOCKS, OWNERS, OLDEST, GRACE,
                HOLDING, WAITED);
    }

    @Override
    public void read(Readings readings) {
        LockStatistics statistics = server.statistics();
        statistics.namespaces().forEach((name, counts) -> {
            readings.add(HELD, counts.held(), name);
            readings.add(WAITING, counts.waiting(), name);
            readings.add(GRANTED, counts.granted(), name);
        });
        totals(statistics, readings);
        distribution(HOLDING, statistics.holding(), readings);
        distribution(WAITED, statistics.waiting(), readings);
    }

    private static void totals(LockStatistics statistics, Readings readings) {
        LockServerStatus now = statistics.now();
        readings.add(RELEASED, now.released());
        readings.add(TIMED_OUT, now.timedOut());
        readings.add(REFUSED, now.refused());
        readings.add(LOST, now.lost());
        readings.add(FORCED, statistics.forced());
        readings.add(DEADLOCKS, statistics.deadlocks());
        readings.add(OWNERS, statistics.owners());
        readings.add(OLDEST, seconds(statistics.oldest()));
        readings.add(GRACE, now.grace() ? 1 : 0);
    }

    private static void distribution(Metric metric, LockStatistics.Distribution values, Readings readings) {
        readings.add(metric, seconds(values.p50()), "0.5");
        readings.add(metric, seconds(values.p99()), "0.99");
        readings.add(metric, seconds(values.max()), "1");
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() * NANOS;
    }

    @Override
    public List<AlarmKind> kinds() {
        return List.of(LONG_HELD);
    }

    @Override
    public List<Condition> conditions() {
        LongHeldLocks held = server.longHeld();
        return held.locks().stream().map(lock -> condition(lock, held.age())).toList();
    }

    private static Condition condition(LockInfo lock, Duration limit) {
        return LONG_HELD.of(lock.key().toString(), "it is held for more than " + limit.toMillis() + " ms");
    }
}
