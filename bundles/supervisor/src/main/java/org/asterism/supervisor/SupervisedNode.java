package org.asterism.supervisor;

import org.asterism.servernode.NodeDiagnostics;
import org.asterism.servernode.ServerNode;

/** A node the supervisor looks after. All operations of {@link ServerNode} return at once. */
public interface SupervisedNode extends ServerNode, NodeDiagnostics, AutoCloseable {

    /** Stops the node for good: no more is told to the listener. Closing twice has no effect. */
    @Override
    void close();
}
