package org.asterism.hub.internal.artemis;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.HubStatus;
import org.asterism.cluster.MessageServer;

/** The message server as it is offered to the cluster. */
final class HubMessageServer implements MessageServer {

    private final ClusterService cluster;
    private final HubCounters counters;
    private final LongSupplier clock;
    private final long startedAt;

    HubMessageServer(ClusterService cluster, HubCounters counters, LongSupplier clock) {
        this.cluster = cluster;
        this.counters = counters;
        this.clock = clock;
        this.startedAt = clock.getAsLong();
    }

    @Override
    public ClusterView view() {
        return cluster.view();
    }

    @Override
    public HubStatus status() {
        ClusterView view = view();
        return new HubStatus(
                view.epoch(),
                view.revision(),
                view.warming(),
                Duration.ofNanos(clock.getAsLong() - startedAt),
                view.members().size(),
                view.services().size(),
                counters.carried().sum(),
                counters.refused().sum());
    }
}
