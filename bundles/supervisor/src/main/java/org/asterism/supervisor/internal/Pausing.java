package org.asterism.supervisor.internal;

import java.time.Duration;
import java.util.Optional;
import org.asterism.servernode.NodeState;
import org.asterism.supervisor.internal.SupervisionEvent.Close;
import org.asterism.supervisor.internal.SupervisionEvent.Restart;
import org.asterism.supervisor.internal.SupervisionEvent.Start;
import org.asterism.supervisor.internal.SupervisionEvent.Stop;
import org.asterism.supervisor.internal.SupervisionEvent.Tick;

/** The child died; another is started after a pause. */
record Pausing(Duration until, String reason) implements Phase {

    @Override
    public Phase apply(SupervisionEvent event, Step step) {
        if (event instanceof Start || event instanceof Restart || (event instanceof Tick && step.reached(until))) {
            return step.launch();
        }
        if (event instanceof Stop) {
            return step.after(Goal.STOP, "", false);
        }
        return event instanceof Close ? step.after(Goal.CLOSE, "", false) : this;
    }

    @Override
    public NodeState state() {
        return NodeState.FAILED;
    }

    @Override
    public Optional<Duration> wakeUp() {
        return Optional.of(until);
    }
}
