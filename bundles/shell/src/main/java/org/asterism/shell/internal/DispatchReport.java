package org.asterism.shell.internal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.asterism.cluster.MemberId;
import org.asterism.dispatcher.ApplicationReport;
import org.asterism.dispatcher.DispatcherCounts;
import org.asterism.dispatcher.DispatcherReport;
import org.asterism.dispatcher.Ejection;
import org.asterism.dispatcher.TargetReport;
import org.asterism.dispatcher.Traffic;
import org.asterism.documents.Ages;
import org.asterism.documents.DispatcherDocument;

/**
 * How dispatchers are.
 *
 * @param reports of each, by instance
 * @param silent instances whose dispatcher did not answer, with why
 */
public record DispatchReport(List<DispatcherReport> reports, List<String> silent) implements Report {

    private static final int NANOS_PER_MICRO = 1000;

    /** Only this application and this node, if they are given. */
    public DispatchReport only(Optional<String> application, Optional<MemberId> node) {
        return new DispatchReport(
                reports.stream().map(report -> only(report, application, node)).toList(), silent);
    }

    private static DispatcherReport only(
            DispatcherReport report, Optional<String> application, Optional<MemberId> node) {
        return new DispatcherReport(
                report.instance(),
                report.up(),
                report.counts(),
                report.targets().stream()
                        .filter(target -> node.isEmpty() || node.get().equals(target.node()))
                        .toList(),
                report.applications().stream()
                        .filter(known ->
                                application.isEmpty() || application.get().equals(known.path()))
                        .map(known -> only(known, node))
                        .toList());
    }

    private static ApplicationReport only(ApplicationReport known, Optional<MemberId> node) {
        return new ApplicationReport(
                known.path(),
                known.maintenance(),
                known.waiting(),
                known.mostWaiting(),
                known.queued(),
                known.rejected(),
                known.traffic(),
                known.places().stream()
                        .filter(place -> node.isEmpty() || node.get().equals(place.node()))
                        .toList());
    }

    @Override
    public String text() {
        String all = reports.stream().map(DispatchReport::text).collect(Collectors.joining("\n"));
        return all + silent.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String text(DispatcherReport report) {
        return "dispatcher " + report.instance() + ", up " + Ages.text(report.up()) + ": " + counts(report.counts())
                + "\n\n" + applications(report) + "\n" + targets(report);
    }

    private static String counts(DispatcherCounts counts) {
        return counts.requests() + " requests, " + counts.failed() + " failed, " + counts.rejected()
                + " of them rejected, "
                + counts.queued() + " had to wait, " + counts.retries() + " retries (" + counts.retriesRefused()
                + " not allowed), " + counts.ejections() + " ejections";
    }

    private static TextTable applications(DispatcherReport report) {
        TextTable table = new TextTable(
                "APPLICATION",
                "NODE",
                "IN FLIGHT",
                "LIMIT",
                "WAITING",
                "REJECTED",
                "REQUESTS",
                "5XX",
                "PER SECOND",
                "P50",
                "P99",
                "MAX");
        for (ApplicationReport known : report.applications()) {
            String note = known.maintenance() ? known.path() + " (maintenance)" : known.path();
            row(
                    table,
                    note,
                    "all",
                    "",
                    "",
                    known.waiting() + "/" + known.mostWaiting(),
                    known.rejected(),
                    known.traffic());
            known.places()
                    .forEach(place ->
                            row(table, "", place.node(), place.inFlight(), place.limit(), "", "", place.traffic()));
        }
        return table;
    }

    private static void row(
            TextTable table,
            Object name,
            Object node,
            Object inFlight,
            Object limit,
            Object waiting,
            Object rejected,
            Traffic traffic) {
        table.row(
                name,
                node,
                inFlight,
                limit,
                waiting,
                rejected,
                traffic.requests(),
                traffic.serverErrors(),
                String.format(Locale.ROOT, "%.1f", traffic.perSecond()),
                micros(traffic.p50Micros()),
                micros(traffic.p99Micros()),
                micros(traffic.maxMicros()));
    }

    private static String micros(long micros) {
        return micros == 0 ? "-" : Ages.text(Duration.ofNanos(micros * NANOS_PER_MICRO));
    }

    private static TextTable targets(DispatcherReport report) {
        TextTable table =
                new TextTable("NODE", "STATE", "WEIGHT", "OUTSTANDING", "SESSIONS", "MOVED", "FAILURES", "EJECTED");
        for (TargetReport target : report.targets()) {
            table.row(
                    target.node(),
                    target.state(),
                    target.weight(),
                    target.outstanding(),
                    target.sessions(),
                    target.moved(),
                    target.failures(),
                    target.ejection().map(DispatchReport::ejection).orElse("-"));
        }
        return table;
    }

    private static String ejection(Ejection ejection) {
        return "since " + Ages.text(ejection.since()) + ", again in " + Ages.text(ejection.remaining()) + ": "
                + ejection.cause();
    }

    @Override
    public Object document() {
        return DispatcherDocument.of(reports);
    }
}
