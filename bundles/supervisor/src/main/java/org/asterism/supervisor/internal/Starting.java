package org.asterism.supervisor.internal;

import java.time.Duration;
import java.util.Optional;
import org.asterism.servernode.NodeState;
import org.asterism.supervisor.internal.HealthAnswer.NotReady;
import org.asterism.supervisor.internal.HealthAnswer.Ready;
import org.asterism.supervisor.internal.HealthAnswer.Silent;
import org.asterism.supervisor.internal.SupervisionEvent.Close;
import org.asterism.supervisor.internal.SupervisionEvent.Exited;
import org.asterism.supervisor.internal.SupervisionEvent.Probed;
import org.asterism.supervisor.internal.SupervisionEvent.Restart;
import org.asterism.supervisor.internal.SupervisionEvent.Stop;
import org.asterism.supervisor.internal.SupervisionEvent.Tick;

/**
 * There is a child, and it is not ready, or not ready any more. One that was ready before has no excuse for silence.
 *
 * @param stable whether it had been ready for long before
 * @param deadline when it must be ready
 * @param missed how many probes in a row stayed without an answer
 * @param probeAt when to ask it next; empty while an answer is awaited
 */
record Starting(
        Child process,
        String incarnation,
        String reason,
        boolean stable,
        Duration deadline,
        int missed,
        Optional<Duration> probeAt)
        implements Phase {

    @Override
    public Phase apply(SupervisionEvent event, Step step) {
        if (event instanceof Probed probed && probed.child().equals(process)) {
            return answered(probed.answer(), step);
        }
        if (event instanceof Tick) {
            return tick(step);
        }
        if (event instanceof Exited exited && exited.child().equals(process)) {
            return step.died(this, Goal.RECOVER, exited.how(), stable);
        }
        if (event instanceof Stop || event instanceof Close || event instanceof Restart) {
            return step.terminate(process, incarnation, Goal.RECOVER.or(event), "");
        }
        return this;
    }

    private Phase answered(HealthAnswer answer, Step step) {
        if (answer instanceof Ready ready) {
            return Up.since(step.now(), process, ready, step.policy());
        }
        if (answer instanceof NotReady notReady) {
            return askAgain(notReady.reason(), 0, step);
        }
        String silence = ((Silent) answer).reason();
        boolean hung =
                missed + 1 >= step.policy().missedLimit() && process.debugPort().isEmpty();
        if (hung && !incarnation.isEmpty()) {
            return step.killHung(process, incarnation, "hung: " + silence, stable);
        }
        return askAgain(silence, missed + 1, step);
    }

    private Phase askAgain(String why, int missedNow, Step step) {
        Duration next = step.now().plus(step.policy().probeStarting());
        return new Starting(process, incarnation, why, stable, deadline, missedNow, Optional.of(next));
    }

    private Phase tick(Step step) {
        if (step.reached(deadline)) {
            String late = "not ready within " + step.policy().startTimeout().toMillis() + " ms: " + reason;
            return step.terminate(process, incarnation, Goal.RECOVER, late);
        }
        return step.probe(this, probeAt)
                ? new Starting(process, incarnation, reason, stable, deadline, missed, Optional.empty())
                : this;
    }

    @Override
    public NodeState state() {
        return NodeState.STARTING;
    }

    @Override
    public Optional<Duration> wakeUp() {
        return probeAt.filter(time -> time.compareTo(deadline) < 0).or(() -> Optional.of(deadline));
    }

    @Override
    public Optional<Child> child() {
        return Optional.of(process);
    }
}
