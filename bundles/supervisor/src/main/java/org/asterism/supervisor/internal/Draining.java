package org.asterism.supervisor.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.asterism.servernode.NodeState;
import org.asterism.supervisor.internal.SupervisionEvent.Close;
import org.asterism.supervisor.internal.SupervisionEvent.Exited;
import org.asterism.supervisor.internal.SupervisionEvent.Tick;

/**
 * The child still serves what it has, so that the dispatchers can turn away from it before it is asked to end.
 *
 * @param until when it is asked
 */
record Draining(Child process, String incarnation, List<String> applications, Duration until, Goal goal)
        implements Phase {

    @Override
    public Phase apply(SupervisionEvent event, Step step) {
        if (event instanceof Exited exited && exited.child().equals(process)) {
            return step.died(this, goal, exited.how(), false);
        }
        if (event instanceof Close || (event instanceof Tick && step.reached(until))) {
            return step.terminate(process, incarnation, goal.or(event), "");
        }
        return new Draining(process, incarnation, applications, until, goal.or(event));
    }

    @Override
    public NodeState state() {
        return NodeState.DRAINING;
    }

    @Override
    public String reason() {
        return goal == Goal.RESTART ? "to be restarted" : "to be stopped";
    }

    @Override
    public Optional<Duration> wakeUp() {
        return Optional.of(until);
    }

    @Override
    public Optional<Child> child() {
        return Optional.of(process);
    }
}
