package org.asterism.cluster;

/** The message server as the hub offers it to the cluster: a remote service. */
public interface MessageServer {

    /** The two lists as the hub has them. */
    ClusterView view();

    /** How the message server is. */
    HubStatus status();
}
