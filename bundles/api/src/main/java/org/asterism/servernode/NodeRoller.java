package org.asterism.servernode;

/**
 * Does something to server nodes one after the other, so that there is always another one for each application. A service in every
 * instance; one roll at a time in the whole cluster.
 */
public interface NodeRoller {

    /**
     * Restarts nodes in the order of their ids, each as soon as the one before it is up again with all applications it had. Waits until
     * all are, on the thread of the caller. An interrupted thread goes no further; the node that is being restarted comes up.
     *
     * @param listener told of each step on the same thread
     * @return how many were restarted
     * @throws RollException if it did not begin, or ended early; the nodes after the one that is named were not touched
     */
    int restart(RollRequest request, RollListener listener) throws RollException, InterruptedException;
}
