package org.asterism.deployment;

/** How far the cluster is with a generation. */
public enum RolloutState {
    /** Stored; no instance has begun with it, for example because another one is being rolled or the hub is away. */
    WAITING,
    /** Asking a node whether it can be applied at all; no node was touched. */
    PREFLIGHT,
    /** Nodes are being changed. */
    RUNNING,
    /** A node has failed, and all go back to the generation before. */
    GOING_BACK,
    /** All nodes that are there have it: it is the stable generation. */
    DONE,
    /** Ended early. Nodes that are {@link NodeStep#DONE} have it, no others; see the reason. */
    FAILED,
    /** Ended early; all nodes have the generation before again. */
    WENT_BACK,
    /** A newer one came before it was begun. */
    SUPERSEDED;

    /** Whether nothing more happens. */
    public boolean isOver() {
        return this == DONE || this == FAILED || this == WENT_BACK || this == SUPERSEDED;
    }
}
