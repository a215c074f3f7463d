package org.asterism.hub.internal.http;

import java.util.List;
import org.asterism.cluster.ClientStatus;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.HubStatus;
import org.asterism.cluster.MessageServer;

/** A message server that always says the same. */
record FixedServer(ClusterView view) implements MessageServer {

    @Override
    public List<ClientStatus> clients() {
        return List.of(Examples.SLOW);
    }

    @Override
    public byte[] echo(byte[] payload) {
        return payload.clone();
    }

    @Override
    public HubStatus status() {
        return Examples.STATUS;
    }
}
