package org.asterism.servernode;

/**
 * A server node of the cluster. Each is an OSGi service, local for the instance's own nodes and remote for all others;
 * its service properties are those of {@link NodeStatus#toProperties}. The operations return at once; the state tells the
 * progress.
 */
public interface ServerNode {

    /** How the node is. */
    NodeStatus status();

    /** Starts the node if it is stopped, failed or quarantined. */
    void start();

    /** Stops the node; it stays down until it is started, or its instance is. */
    void stop();

    /** Stops the node and starts it again. */
    void restart();
}
