package org.asterism.servernode;

import java.util.function.Consumer;

/** Drains server nodes and waits for it. A service of every instance, for its own nodes and those of others. */
public interface NodeDrainer {

    /**
     * Drains a node and waits on the thread of the caller. If it is interrupted, the node stays drained.
     *
     * @param progress told of each change of what is left, on the same thread
     * @throws DrainException if there is no such node, it is not up, it died meanwhile, or somebody resumed it
     */
    DrainResult drain(DrainRequest request, Consumer<NodeLoad> progress) throws DrainException, InterruptedException;
}
