package org.asterism.supervisor;

import java.util.function.Consumer;
import org.asterism.servernode.NodeStatus;

/** Runs server nodes as processes and keeps them alive. An OSGi service of the instance. */
public interface NodeSupervisor {

    /**
     * Begins to look after a node: takes over its process if one of a former life of this instance is alive, else starts
     * one. If this node is still being closed, it begins when that is done. Never blocks.
     *
     * @param listener is told of every change of the status, in order, on one thread for all nodes; not of the first status
     * @throws IllegalStateException if the node is looked after already, or the supervisor is closed
     */
    SupervisedNode supervise(NodeSpec spec, Consumer<NodeStatus> listener);
}
