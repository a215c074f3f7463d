package org.asterism.hub.internal.artemis;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.asterism.cluster.ClientStatus;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.HubStatus;
import org.asterism.cluster.MessageServer;
import org.asterism.hub.internal.traffic.Switchboard;
import org.asterism.hub.internal.traffic.TrafficStatus;

/** The message server as it is offered to the cluster. */
final class HubMessageServer implements MessageServer {

    private static final int MAX_ECHO = 64 << 10;

    private final ClusterService cluster;
    private final Switchboard switchboard;
    private final LongSupplier clock;
    private final long startedAt;

    HubMessageServer(ClusterService cluster, Switchboard switchboard, LongSupplier clock) {
        this.cluster = cluster;
        this.switchboard = switchboard;
        this.clock = clock;
        this.startedAt = clock.getAsLong();
    }

    @Override
    public ClusterView view() {
        return cluster.view();
    }

    @Override
    public List<ClientStatus> clients() {
        return switchboard.clients();
    }

    @Override
    public byte[] echo(byte[] payload) {
        if (payload.length > MAX_ECHO) {
            throw new IllegalArgumentException("the payload has " + payload.length + " bytes, at most " + MAX_ECHO);
        }
        return payload;
    }

    @Override
    public HubStatus status() {
        ClusterView view = view();
        TrafficStatus traffic = switchboard.status();
        return new HubStatus(
                view.epoch(),
                view.revision(),
                view.warming(),
                Duration.ofNanos(clock.getAsLong() - startedAt),
                view.members().size(),
                view.services().size(),
                traffic.carried(),
                traffic.refused(),
                traffic.bytesWaiting(),
                traffic.slow(),
                traffic.cut());
    }
}
