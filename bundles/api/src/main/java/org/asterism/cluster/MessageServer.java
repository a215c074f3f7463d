package org.asterism.cluster;

import java.util.List;

/** The message server as the hub offers it to the cluster: a remote service. */
public interface MessageServer {

    /** The two lists as the hub has them. */
    ClusterView view();

    /** The client list with what only the hub knows of each connection, sorted by id. */
    List<ClientStatus> clients();

    /**
     * Gives back what it gets: to measure the way to the hub.
     *
     * @param payload of at most 64 KiB
     */
    byte[] echo(byte[] payload);

    /** How the message server is. */
    HubStatus status();
}
