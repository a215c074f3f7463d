package org.asterism.monitor.internal.osgi;

import static org.asterism.metrics.Metric.gauge;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.ClusterView;
import org.asterism.metrics.Metric;
import org.asterism.metrics.MetricSource;
import org.asterism.metrics.Readings;

/** The cluster as this container sees it. */
final class ClusterNumbers implements MetricSource {

    static final Metric INFO =
            gauge("asterism_container_info", "Always 1; says who this is", "id", "incarnation", "version");
    static final Metric MEMBERS = gauge("asterism_members", "Members in the client list", "kind", "state");
    static final Metric SERVICES = gauge("asterism_services", "Services in the service list");
    static final Metric EPOCH = gauge("asterism_view_epoch", "The life of the hub that the view is of");
    static final Metric REVISION = gauge("asterism_view_revision", "Changes of the two lists in that life");
    static final Metric STALE =
            gauge("asterism_view_stale", "1 while the link to the hub is down: this member is islanded");
    static final Metric WARMING =
            gauge("asterism_view_warming", "1 while members of the hub's former life are expected");

    private final Surroundings surroundings;
    private final String version;

    private record Group(String kind, String state) {}

    ClusterNumbers(Surroundings surroundings, String version) {
        this.surroundings = surroundings;
        this.version = version;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(INFO, MEMBERS, SERVICES, EPOCH, REVISION, STALE, WARMING);
    }

    @Override
    public void read(Readings readings) {
        surroundings.cluster().ifPresent(cluster -> read(cluster, readings));
    }

    private void read(ClusterService cluster, Readings readings) {
        ClusterView view = cluster.view();
        readings.add(INFO, 1, cluster.self().value(), cluster.incarnation(), version);
        members(view).forEach((group, count) -> readings.add(MEMBERS, count, group.kind(), group.state()));
        readings.add(SERVICES, view.services().size());
        readings.add(EPOCH, view.epoch());
        readings.add(REVISION, view.revision());
        readings.add(STALE, view.stale() ? 1 : 0);
        readings.add(WARMING, view.warming() ? 1 : 0);
    }

    private static Map<Group, Long> members(ClusterView view) {
        return view.members().stream()
                .collect(Collectors.groupingBy(
                        member ->
                                new Group(member.kind().label(), member.state().name()),
                        Collectors.counting()));
    }
}
