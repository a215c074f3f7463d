package org.asterism.supervisor.internal;

import org.asterism.servernode.NodeState;
import org.asterism.supervisor.internal.SupervisionEvent.Close;
import org.asterism.supervisor.internal.SupervisionEvent.Restart;
import org.asterism.supervisor.internal.SupervisionEvent.Start;
import org.asterism.supervisor.internal.SupervisionEvent.Stop;

/** No child, and none to come by itself: stopped, quarantined, or closed. */
record Idle(NodeState state, String reason, boolean closed) implements Phase {

    @Override
    public Phase apply(SupervisionEvent event, Step step) {
        if (closed) {
            return this;
        }
        if (event instanceof Start || event instanceof Restart) {
            step.deaths().forget();
            return step.launch();
        }
        if (event instanceof Stop) {
            return step.after(Goal.STOP, "", false);
        }
        return event instanceof Close ? step.after(Goal.CLOSE, "", false) : this;
    }
}
