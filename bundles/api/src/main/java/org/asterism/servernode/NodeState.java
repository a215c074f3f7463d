package org.asterism.servernode;

/** The life of a server node as its instance sees it. */
public enum NodeState {
    /** Its process is being started or is not ready yet. */
    STARTING,
    /** Ready for requests. */
    UP,
    /** Finishes what it has and gets no new sessions. */
    DRAINING,
    /** Runs, and gets no requests from dispatchers, so that it can be looked into. */
    ISOLATED,
    /** Stopped on purpose. */
    STOPPED,
    /** Died or could not be started; it is started again after a pause. */
    FAILED,
    /** Died too often; it stays down until someone says otherwise. */
    QUARANTINED
}
