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

    /**
     * Stops the node and starts it again. As before a stop, the dispatchers turn away from it first, and requests that it has are
     * finished within a bound.
     */
    void restart();

    /**
     * Takes the node out of the choice for new sessions: it finishes what it has and serves the sessions that are tied to it.
     * It stays so until it is resumed, stopped or restarted, also if its process dies; a new life of its instance begins
     * without it. A node that is not up is drained once it is.
     */
    void drain();

    /**
     * Takes the node out of the choice altogether, also for the sessions that are tied to it: it runs on, without requests of
     * dispatchers, to be looked into. It stays so until it is resumed, stopped or restarted, as after {@link #drain}.
     */
    void isolate();

    /**
     * Isolates the node and starts it again so that a debugger can attach; {@link NodeStatus#debug} tells where, on loopback only. While
     * a process can be debugged its silence does not count as a hang: all its threads may stand at a breakpoint.
     *
     * @throws UnsupportedOperationException if it has no process of its own
     */
    void debug();

    /** Ends {@link #drain} and {@link #isolate}; one that can be debugged is started again without that. No effect otherwise. */
    void resume();

    /** What it has to do, as it told last, which is about a second ago at most. */
    NodeLoad load();

    /**
     * Has the dispatchers send nothing to the node, not even requests of sessions that are tied to it, while its applications are being
     * changed: it is STARTING with the reason {@link NodeStatus#WITHDRAWN}. Requests that only it could serve wait at the dispatchers. Ends like a
     * {@link #drain}, of which it is independent.
     */
    void withdraw();

    /** Ends a {@link #withdraw}; no effect on a node that is not withdrawn. */
    void readmit();

    /**
     * Changes its share of new requests relative to others, until its instance is started anew or its configuration changes.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    void setWeight(int weight);
}
