package org.asterism.supervisor.internal;

/** What comes after the end of a child. */
enum Goal {
    /** Nothing, until someone starts the node. */
    STOP,
    /** A new child, at once. */
    RESTART,
    /** What the policy says after a death. */
    RECOVER,
    /** Nothing, ever. */
    CLOSE;

    /** The goal after someone wants something else; nothing comes after {@link #CLOSE}. */
    Goal or(SupervisionEvent wish) {
        if (this == CLOSE || wish instanceof SupervisionEvent.Close) {
            return CLOSE;
        }
        if (wish instanceof SupervisionEvent.Stop) {
            return STOP;
        }
        boolean run = wish instanceof SupervisionEvent.Start && this == STOP;
        return run || wish instanceof SupervisionEvent.Restart ? RESTART : this;
    }
}
