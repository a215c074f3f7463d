package org.asterism.dispatcher;

import java.time.Duration;
import java.util.List;

/**
 * How a dispatcher stands. Counts are since its start; latencies and rates are those of the last minute.
 *
 * @param instance whose dispatcher it is
 * @param up for how long
 * @param counts of the whole dispatcher
 * @param targets every server node it knows, also of other instances, by id
 * @param applications every application it knows, by context path
 */
public record DispatcherReport(
        String instance,
        Duration up,
        DispatcherCounts counts,
        List<TargetReport> targets,
        List<ApplicationReport> applications) {

    public DispatcherReport {
        targets = List.copyOf(targets);
        applications = List.copyOf(applications);
    }
}
