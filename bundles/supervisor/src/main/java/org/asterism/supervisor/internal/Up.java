package org.asterism.supervisor.internal;

import java.time.Duration;
import java.util.List;
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
 * The child is ready.
 *
 * @param since since when
 * @param missed how many probes in a row stayed without an answer
 * @param probeAt when to ask it next; empty while an answer is awaited
 */
record Up(
        Child process,
        String incarnation,
        List<String> applications,
        Duration since,
        int missed,
        Optional<Duration> probeAt)
        implements Phase {

    static Up since(Duration now, Child process, Ready ready, SupervisionPolicy policy) {
        Optional<Duration> next = Optional.of(now.plus(policy.probeStarting()));
        return new Up(process, ready.incarnation(), ready.applications(), now, 0, next);
    }

    @Override
    public Phase apply(SupervisionEvent event, Step step) {
        if (event instanceof Probed probed && probed.child().equals(process)) {
            return answered(probed.answer(), step);
        }
        if (event instanceof Tick && step.probe(this, probeAt)) {
            return new Up(process, incarnation, applications, since, missed, Optional.empty());
        }
        if (event instanceof Exited exited && exited.child().equals(process)) {
            return step.died(this, Goal.RECOVER, exited.how(), stable(step));
        }
        if (event instanceof Stop || event instanceof Restart) {
            return Draining.begin(this, Goal.RECOVER.or(event), step);
        }
        return event instanceof Close ? step.terminate(process, incarnation, Goal.CLOSE, "") : this;
    }

    private Phase answered(HealthAnswer answer, Step step) {
        SupervisionPolicy policy = step.policy();
        if (answer instanceof Ready ready) {
            Duration pause = step.reached(since.plus(policy.settle())) ? policy.probeUp() : policy.probeStarting();
            Optional<Duration> next = Optional.of(step.now().plus(pause));
            return new Up(process, ready.incarnation(), ready.applications(), since, 0, next);
        }
        Optional<Duration> soon = Optional.of(step.now().plus(policy.probeStarting()));
        if (answer instanceof NotReady notReady) {
            return new Starting(process, incarnation, notReady.reason(), stable(step), step.deadline(process), 0, soon);
        }
        if (missed + 1 >= policy.missedLimit() && process.debugPort().isEmpty()) {
            return step.killHung(process, incarnation, "hung: " + ((Silent) answer).reason(), stable(step));
        }
        return new Up(process, incarnation, applications, since, missed + 1, soon);
    }

    private boolean stable(Step step) {
        return step.reached(since.plus(step.policy().stableAfter()));
    }

    @Override
    public NodeState state() {
        return NodeState.UP;
    }

    @Override
    public String reason() {
        return "";
    }

    @Override
    public Optional<Duration> wakeUp() {
        return probeAt;
    }

    @Override
    public Optional<Child> child() {
        return Optional.of(process);
    }
}
