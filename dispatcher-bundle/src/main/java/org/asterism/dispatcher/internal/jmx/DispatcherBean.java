package org.asterism.dispatcher.internal.jmx;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.asterism.dispatcher.ApplicationReport;
import org.asterism.dispatcher.DispatcherCounts;
import org.asterism.dispatcher.DispatcherReport;
import org.asterism.dispatcher.DispatcherStatistics;
import org.asterism.dispatcher.PlaceReport;
import org.asterism.dispatcher.TargetReport;

/** What JMX shows of a dispatcher. */
public final class DispatcherBean implements DispatcherMXBean {

    /** The object name. */
    public static final String NAME = "org.asterism:type=Dispatcher";

    private final DispatcherStatistics statistics;

    public DispatcherBean(DispatcherStatistics statistics) {
        this.statistics = statistics;
    }

    private DispatcherReport report() {
        return statistics.report();
    }

    private DispatcherCounts counts() {
        return report().counts();
    }

    private <V> Map<String, V> byApplication(Function<ApplicationReport, V> value) {
        Map<String, V> values = new TreeMap<>();
        report().applications().forEach(application -> values.put(application.path(), value.apply(application)));
        return values;
    }

    private <V> Map<String, V> byNode(Function<TargetReport, V> value) {
        Map<String, V> values = new TreeMap<>();
        report().targets().forEach(target -> values.put(target.node().value(), value.apply(target)));
        return values;
    }

    private <V> Map<String, V> byPlace(Function<PlaceReport, V> value) {
        Map<String, V> values = new TreeMap<>();
        report().applications().forEach(application -> application
                .places()
                .forEach(place -> values.put(application.path() + " " + place.node(), value.apply(place))));
        return values;
    }

    @Override
    public String getInstance() {
        return report().instance();
    }

    @Override
    public long getUpMillis() {
        return report().up().toMillis();
    }

    @Override
    public long getRequests() {
        return counts().requests();
    }

    @Override
    public long getRetries() {
        return counts().retries();
    }

    @Override
    public long getRetriesRefused() {
        return counts().retriesRefused();
    }

    @Override
    public long getEjections() {
        return counts().ejections();
    }

    @Override
    public long getProbes() {
        return counts().probes();
    }

    @Override
    public long getQueued() {
        return counts().queued();
    }

    @Override
    public long getRejected() {
        return counts().rejected();
    }

    @Override
    public long getFailed() {
        return counts().failed();
    }

    @Override
    public long getConnectionsRefused() {
        return counts().connectionsRefused();
    }

    @Override
    public long getConnectionsToNodes() {
        return counts().connectionsToNodes();
    }

    @Override
    public long getLogDropped() {
        return counts().logDropped();
    }

    @Override
    public Map<String, Integer> getWaitingByApplication() {
        return byApplication(ApplicationReport::waiting);
    }

    @Override
    public Map<String, Long> getRejectedByApplication() {
        return byApplication(ApplicationReport::rejected);
    }

    @Override
    public Map<String, Double> getPerSecondByApplication() {
        return byApplication(application -> application.traffic().perSecond());
    }

    @Override
    public Map<String, Long> getP50MicrosByApplication() {
        return byApplication(application -> application.traffic().p50Micros());
    }

    @Override
    public Map<String, Long> getP99MicrosByApplication() {
        return byApplication(application -> application.traffic().p99Micros());
    }

    @Override
    public Map<String, Long> getMaxMicrosByApplication() {
        return byApplication(application -> application.traffic().maxMicros());
    }

    @Override
    public Map<String, Integer> getOutstandingByNode() {
        return byNode(TargetReport::outstanding);
    }

    @Override
    public Map<String, Integer> getSessionsByNode() {
        return byNode(TargetReport::sessions);
    }

    @Override
    public Map<String, Long> getMovedByNode() {
        return byNode(TargetReport::moved);
    }

    @Override
    public Map<String, String> getEjectedNodes() {
        Map<String, String> causes = new TreeMap<>();
        report().targets().forEach(target -> target.ejection()
                .ifPresent(ejection -> causes.put(target.node().value(), ejection.cause())));
        return causes;
    }

    @Override
    public Map<String, Integer> getInFlight() {
        return byPlace(PlaceReport::inFlight);
    }

    @Override
    public Map<String, Integer> getLimits() {
        return byPlace(PlaceReport::limit);
    }
}
