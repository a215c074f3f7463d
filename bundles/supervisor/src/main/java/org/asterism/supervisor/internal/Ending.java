package org.asterism.supervisor.internal;

import java.time.Duration;
import java.util.Optional;
import org.asterism.servernode.NodeState;
import org.asterism.supervisor.internal.SupervisionEffect.Kill;
import org.asterism.supervisor.internal.SupervisionEvent.Exited;
import org.asterism.supervisor.internal.SupervisionEvent.Tick;

/**
 * The child was asked to end, or killed, and is not gone yet.
 *
 * @param stable whether it had been ready for long; counts if the goal is to recover
 * @param killAt when to kill it (again)
 */
record Ending(Child process, String incarnation, Goal goal, String why, boolean stable, Duration killAt)
        implements Phase {

    @Override
    public Phase apply(SupervisionEvent event, Step step) {
        if (event instanceof Exited exited && exited.child().equals(process)) {
            return step.died(this, goal, why.isEmpty() ? exited.how() : why, stable);
        }
        if (event instanceof Tick && step.reached(killAt)) {
            step.effects().add(new Kill(process));
            return new Ending(
                    process,
                    incarnation,
                    goal,
                    why,
                    stable,
                    step.now().plus(step.policy().stopTimeout()));
        }
        return new Ending(process, incarnation, goal.or(event), why, stable, killAt);
    }

    @Override
    public NodeState state() {
        return goal == Goal.RECOVER ? NodeState.FAILED : NodeState.DRAINING;
    }

    @Override
    public String reason() {
        return why.isEmpty() ? "ending" : why;
    }

    @Override
    public Optional<Duration> wakeUp() {
        return Optional.of(killAt);
    }

    @Override
    public Optional<Child> child() {
        return Optional.of(process);
    }
}
