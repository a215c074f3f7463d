package org.asterism.servernode;

/**
 * A server node of the cluster. Each is an OSGi service, local for the instance's own nodes and remote for all others;
 * its service properties are those of {@link NodeStatus#toProperties}.
 */
public interface ServerNode {

    /** How the node is. */
    NodeStatus status();
}
