package org.asterism.dispatcher.internal;

import java.util.Optional;

/**
 * How requests can be followed.
 *
 * @param requestIds whether each has an {@code X-Request-ID}, which nodes and clients are told
 * @param traces whether a {@code traceparent} is begun for those that have no valid one
 * @param sampledPercent of the traces that are begun, marked as recorded
 * @param log empty if requests are not logged
 */
public record ObservationSettings(
        boolean requestIds, boolean traces, int sampledPercent, Optional<AccessLogSettings> log) {

    public ObservationSettings {
        Require.between("trace.sampled.percent", sampledPercent, 0, 100);
    }
}
