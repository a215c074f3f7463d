package org.asterism.supervisor.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.asterism.servernode.NodeState;
import org.asterism.supervisor.internal.HealthAnswer.NotReady;
import org.asterism.supervisor.internal.HealthAnswer.Ready;
import org.asterism.supervisor.internal.SupervisionEvent.Close;
import org.asterism.supervisor.internal.SupervisionEvent.Exited;
import org.asterism.supervisor.internal.SupervisionEvent.Probed;
import org.asterism.supervisor.internal.SupervisionEvent.Tick;

/**
 * The child still serves what it has: first so that the dispatchers can turn away from it, then until the requests that it has are
 * answered. Then it is asked to end.
 *
 * @param until how long it is not asked to end in any case
 * @param limit when it is, also with requests in flight
 * @param requests how many it told last
 * @param probeAt when to ask it for its requests next; empty while an answer is awaited
 */
record Draining(
        Child process,
        String incarnation,
        List<String> applications,
        Duration until,
        Duration limit,
        int requests,
        Optional<Duration> probeAt,
        Goal goal)
        implements Phase {

    static Draining begin(Up up, Goal goal, Step step) {
        Duration until = step.now().plus(step.policy().drain());
        Duration limit = until.plus(step.policy().drainMore());
        return new Draining(
                up.process(), up.incarnation(), up.applications(), until, limit, 0, Optional.of(until), goal);
    }

    @Override
    public Phase apply(SupervisionEvent event, Step step) {
        if (event instanceof Exited exited && exited.child().equals(process)) {
            return step.died(this, goal, exited.how(), false);
        }
        if (event instanceof Probed probed && probed.child().equals(process)) {
            return answered(probed.answer(), step);
        }
        if (event instanceof Close || (event instanceof Tick && step.reached(limit))) {
            return step.terminate(process, incarnation, goal.or(event), cutOff());
        }
        boolean asked = event instanceof Tick && step.probe(this, probeAt);
        return with(requests, asked ? Optional.empty() : probeAt, goal.or(event));
    }

    private Phase answered(HealthAnswer answer, Step step) {
        int told = answer instanceof Ready ready ? ready.load().requests() : requests;
        boolean idle = answer instanceof NotReady || (answer instanceof Ready && told == 0);
        if (idle && step.reached(until)) {
            return step.terminate(process, incarnation, goal, "");
        }
        Duration next = step.now().plus(step.policy().probeStarting());
        return with(told, Optional.of(step.reached(until) ? next : until), goal);
    }

    private Draining with(int told, Optional<Duration> next, Goal then) {
        return new Draining(process, incarnation, applications, until, limit, told, next, then);
    }

    private String cutOff() {
        return requests == 0 ? "" : "ending, with " + requests + " requests that were not answered in time";
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
        return probeAt.filter(time -> time.compareTo(limit) < 0).or(() -> Optional.of(limit));
    }

    @Override
    public Optional<Child> child() {
        return Optional.of(process);
    }
}
