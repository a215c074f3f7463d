package org.asterism.supervisor.internal;

import java.util.Optional;
import org.asterism.servernode.NodeState;
import org.asterism.supervisor.internal.SupervisionEvent.Close;
import org.asterism.supervisor.internal.SupervisionEvent.Found;
import org.asterism.supervisor.internal.SupervisionEvent.Gone;
import org.asterism.supervisor.internal.SupervisionEvent.LaunchFailed;
import org.asterism.supervisor.internal.SupervisionEvent.Launched;
import org.asterism.supervisor.internal.SupervisionEvent.Restart;
import org.asterism.supervisor.internal.SupervisionEvent.Start;
import org.asterism.supervisor.internal.SupervisionEvent.Stop;

/**
 * A child was asked for, or is looked for at the very beginning, and is not there yet.
 *
 * @param wish what to do with it instead of running it, if someone changed their mind
 */
record Launching(Optional<Goal> wish) implements Phase {

    @Override
    public Phase apply(SupervisionEvent event, Step step) {
        if (event instanceof Launched launched) {
            return arrived(launched.child(), "", step);
        }
        if (event instanceof Found found) {
            return arrived(found.child(), found.incarnation(), step);
        }
        if (event instanceof Gone gone) {
            step.reportDeath(gone.incarnation());
            return step.after(wish.orElse(Goal.RESTART), "", false);
        }
        if (event instanceof LaunchFailed failed) {
            return step.after(wish.orElse(Goal.RECOVER), failed.reason(), false);
        }
        if (wish.equals(Optional.of(Goal.CLOSE)) || event instanceof Close) {
            return new Launching(Optional.of(Goal.CLOSE));
        }
        if (event instanceof Stop) {
            return new Launching(Optional.of(Goal.STOP));
        }
        if (event instanceof Restart) {
            return new Launching(Optional.of(Goal.RESTART));
        }
        return event instanceof Start ? new Launching(Optional.empty()) : this;
    }

    private Phase arrived(Child child, String incarnation, Step step) {
        return wish.map(goal -> step.abandon(child, incarnation, goal)).orElseGet(() -> step.await(child, incarnation));
    }

    @Override
    public NodeState state() {
        return wish.filter(goal -> goal != Goal.RESTART).isPresent() ? NodeState.DRAINING : NodeState.STARTING;
    }

    @Override
    public String reason() {
        return "";
    }
}
