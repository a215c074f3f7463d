package org.asterism.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.dispatcher.ApplicationReport;
import org.asterism.dispatcher.DispatcherCounts;
import org.asterism.dispatcher.DispatcherReport;
import org.asterism.dispatcher.Ejection;
import org.asterism.dispatcher.PlaceReport;
import org.asterism.dispatcher.TargetReport;
import org.asterism.dispatcher.Traffic;

/** How dispatchers are. */
public final class DispatcherDocument {

    private DispatcherDocument() {}

    public static Map<String, Object> of(List<DispatcherReport> reports) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("dispatchers", reports.stream().map(DispatcherDocument::of).toList());
        return document;
    }

    private static Map<String, Object> of(DispatcherReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("instance", report.instance());
        document.put("upMillis", report.up().toMillis());
        document.put("counts", counts(report.counts()));
        document.put(
                "applications",
                report.applications().stream()
                        .map(DispatcherDocument::application)
                        .toList());
        document.put(
                "targets",
                report.targets().stream().map(DispatcherDocument::target).toList());
        return document;
    }

    private static Map<String, Object> counts(DispatcherCounts counts) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("requests", counts.requests());
        document.put("retries", counts.retries());
        document.put("retriesRefused", counts.retriesRefused());
        document.put("ejections", counts.ejections());
        document.put("probes", counts.probes());
        document.put("queued", counts.queued());
        document.put("rejected", counts.rejected());
        document.put("failed", counts.failed());
        document.put("connectionsRefused", counts.connectionsRefused());
        document.put("connectionsToNodes", counts.connectionsToNodes());
        document.put("logDropped", counts.logDropped());
        return document;
    }

    private static Map<String, Object> application(ApplicationReport application) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("path", application.path());
        document.put("maintenance", application.maintenance());
        document.put("waiting", application.waiting());
        document.put("mostWaiting", application.mostWaiting());
        document.put("queued", application.queued());
        document.put("rejected", application.rejected());
        traffic(document, application.traffic());
        document.put(
                "places",
                application.places().stream().map(DispatcherDocument::place).toList());
        return document;
    }

    private static Map<String, Object> place(PlaceReport place) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("node", place.node().value());
        document.put("inFlight", place.inFlight());
        document.put("limit", place.limit());
        traffic(document, place.traffic());
        return document;
    }

    private static void traffic(Map<String, Object> document, Traffic traffic) {
        document.put("requests", traffic.requests());
        document.put("serverErrors", traffic.serverErrors());
        document.put("perSecond", traffic.perSecond());
        document.put("p50Micros", traffic.p50Micros());
        document.put("p99Micros", traffic.p99Micros());
        document.put("maxMicros", traffic.maxMicros());
    }

    private static Map<String, Object> target(TargetReport target) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("node", target.node().value());
        document.put("state", target.state().name());
        document.put("weight", target.weight());
        document.put("outstanding", target.outstanding());
        document.put("sessions", target.sessions());
        document.put("moved", target.moved());
        document.put("failures", target.failures());
        document.put(
                "ejection", target.ejection().map(DispatcherDocument::ejection).orElse(null));
        return document;
    }

    private static Map<String, Object> ejection(Ejection ejection) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("cause", ejection.cause());
        document.put("times", ejection.times());
        document.put("sinceMillis", ejection.since().toMillis());
        document.put("remainingMillis", ejection.remaining().toMillis());
        return document;
    }
}
