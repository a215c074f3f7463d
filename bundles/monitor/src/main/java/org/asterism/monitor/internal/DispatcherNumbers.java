package org.asterism.monitor.internal;

import static org.asterism.metrics.Metric.counter;
import static org.asterism.metrics.Metric.gauge;

import java.util.List;
import org.asterism.alarm.AlarmKind;
import org.asterism.alarm.AlarmKind.Severity;
import org.asterism.alarm.AlarmSource;
import org.asterism.alarm.Condition;
import org.asterism.dispatcher.ApplicationReport;
import org.asterism.dispatcher.DispatcherCounts;
import org.asterism.dispatcher.DispatcherReport;
import org.asterism.dispatcher.DispatcherStatistics;
import org.asterism.dispatcher.TargetReport;
import org.asterism.metrics.Metric;
import org.asterism.metrics.MetricSource;
import org.asterism.metrics.Readings;

/** The dispatcher of this instance, in whole, by application and by server node. */
public final class DispatcherNumbers implements MetricSource, AlarmSource {

    private static final double MICROS = 1e-6;
    private static final double FULL = 0.8;
    private static final String APPLICATION = "application";
    private static final String NODE = "node";

    static final Metric REQUESTS = counter("asterism_dispatcher_requests_total", "Well-formed requests");
    static final Metric RETRIES = counter("asterism_dispatcher_retries_total", "Attempts after one that failed");
    static final Metric EJECTIONS = counter("asterism_dispatcher_ejections_total", "Server nodes ejected");
    static final Metric FAILED =
            counter("asterism_dispatcher_failed_total", "Requests answered with 502, 503 or 504 by the dispatcher");
    static final Metric REFUSED =
            counter("asterism_dispatcher_connections_refused_total", "Connections of clients over the limit");
    static final Metric CONNECTIONS =
            counter("asterism_dispatcher_connections_to_nodes_total", "Connections made to server nodes");
    static final Metric LOG_DROPPED =
            counter("asterism_dispatcher_log_dropped_total", "Lines of the access log that were not written");
    static final Metric ANSWERED =
            counter("asterism_dispatcher_application_requests_total", "Requests answered by server nodes", APPLICATION);
    static final Metric ERRORS = counter(
            "asterism_dispatcher_application_errors_total",
            "Those among them with a status of 500 or more",
            APPLICATION);
    static final Metric QUEUED = counter(
            "asterism_dispatcher_application_queued_total", "Requests that had to wait for a node", APPLICATION);
    static final Metric REJECTED = counter(
            "asterism_dispatcher_application_rejected_total",
            "Requests answered with 503 for want of a node",
            APPLICATION);
    static final Metric WAITING =
            gauge("asterism_dispatcher_application_waiting", "Requests that wait for a node", APPLICATION);
    static final Metric LATENCY = gauge(
            "asterism_dispatcher_application_latency_seconds",
            "How long answers took in the last minute",
            APPLICATION,
            "quantile");
    static final Metric OUTSTANDING =
            gauge("asterism_dispatcher_node_outstanding", "Requests in flight at a server node", NODE);
    static final Metric SESSIONS =
            gauge("asterism_dispatcher_node_sessions", "Sessions seen in the last ten minutes", NODE);
    static final Metric FAILURES =
            counter("asterism_dispatcher_node_failures_total", "Connections that were refused or broke", NODE);
    static final Metric EJECTED = gauge("asterism_dispatcher_node_ejected", "1 while it gets no requests", NODE);

    public static final AlarmKind QUEUE = new AlarmKind(
            "dispatcher-queue",
            Severity.WARNING,
            "the server nodes are too slow or too few: look at asterism:nodes, and add or wake up nodes");

    private final DispatcherStatistics dispatcher;

    /** @param dispatcher that of this container */
    public DispatcherNumbers(DispatcherStatistics dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                REQUESTS,
                RETRIES,
                EJECTIONS,
                FAILED,
                REFUSED,
                CONNECTIONS,
                LOG_DROPPED,
                ANSWERED,
                ERRORS,
                QUEUED,
                REJECTED,
                WAITING,
                LATENCY,
                OUTSTANDING,
                SESSIONS,
                FAILURES,
                EJECTED);
    }

    @Override
    public void read(Readings readings) {
        DispatcherReport report = dispatcher.report();
        DispatcherCounts counts = report.counts();
        readings.add(REQUESTS, counts.requests());
        readings.add(RETRIES, counts.retries());
        readings.add(EJECTIONS, counts.ejections());
        readings.add(FAILED, counts.failed());
        readings.add(REFUSED, counts.connectionsRefused());
        readings.add(CONNECTIONS, counts.connectionsToNodes());
        readings.add(LOG_DROPPED, counts.logDropped());
        report.applications().forEach(application -> read(application, readings));
        report.targets().forEach(target -> read(target, readings));
    }

    private static void read(ApplicationReport application, Readings readings) {
        String path = application.path();
        readings.add(ANSWERED, application.traffic().requests(), path);
        readings.add(ERRORS, application.traffic().serverErrors(), path);
        readings.add(QUEUED, application.queued(), path);
        readings.add(REJECTED, application.rejected(), path);
        readings.add(WAITING, application.waiting(), path);
        readings.add(LATENCY, application.traffic().p50Micros() * MICROS, path, "0.5");
        readings.add(LATENCY, application.traffic().p99Micros() * MICROS, path, "0.99");
        readings.add(LATENCY, application.traffic().maxMicros() * MICROS, path, "1");
    }

    private static void read(TargetReport target, Readings readings) {
        String node = target.node().value();
        readings.add(OUTSTANDING, target.outstanding(), node);
        readings.add(SESSIONS, target.sessions(), node);
        readings.add(FAILURES, target.failures(), node);
        readings.add(EJECTED, target.ejection().isPresent() ? 1 : 0, node);
    }

    @Override
    public List<AlarmKind> kinds() {
        return List.of(QUEUE);
    }

    @Override
    public List<Condition> conditions() {
        return dispatcher.report().applications().stream()
                .filter(application -> application.waiting() > 0)
                .filter(application -> application.waiting() >= application.mostWaiting() * FULL)
                .map(application -> QUEUE.of(
                        application.path(),
                        application.waiting() + " requests wait for a node, at most " + application.mostWaiting()
                                + " may"))
                .toList();
    }
}
