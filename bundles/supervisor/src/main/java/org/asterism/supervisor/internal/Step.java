package org.asterism.supervisor.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asterism.servernode.NodeState;
import org.asterism.supervisor.internal.SupervisionEffect.KillHung;
import org.asterism.supervisor.internal.SupervisionEffect.Launch;
import org.asterism.supervisor.internal.SupervisionEffect.Probe;
import org.asterism.supervisor.internal.SupervisionEffect.ReportDeath;
import org.asterism.supervisor.internal.SupervisionEffect.Terminate;
import org.asterism.supervisor.internal.SupervisionEffect.Watch;

/** One event being applied: the time, the policy, what was decided so far, and the ways from one phase to another. */
record Step(Duration now, SupervisionPolicy policy, Deaths deaths, List<SupervisionEffect> effects) {

    private static final Duration FOR_A_PERSON = Duration.ofDays(365);

    Step(Duration now, SupervisionPolicy policy, Deaths deaths) {
        this(now, policy, deaths, new ArrayList<>());
    }

    boolean reached(Duration time) {
        return now.compareTo(time) >= 0;
    }

    /** Asks the child how it is if it is time to. */
    boolean probe(Phase phase, Optional<Duration> probeAt) {
        boolean due = probeAt.filter(this::reached).isPresent();
        if (due) {
            effects.add(new Probe(phase.child().orElseThrow()));
        }
        return due;
    }

    Phase launch() {
        effects.add(new Launch());
        return new Launching(Optional.empty());
    }

    /** A new child, or one that was found, asked at once. */
    Phase await(Child child, String incarnation) {
        effects.add(new Watch(child));
        effects.add(new Probe(child));
        return new Starting(child, incarnation, "", false, deadline(child), 0, Optional.empty());
    }

    /** When it must be ready; one that stands at a breakpoint has all the time. */
    Duration deadline(Child child) {
        return now.plus(child.debugPort().isPresent() ? FOR_A_PERSON : policy.startTimeout());
    }

    /** A child that nobody wants any more. */
    Phase abandon(Child child, String incarnation, Goal goal) {
        effects.add(new Watch(child));
        return terminate(child, incarnation, goal, "");
    }

    /** A child that has ended by itself. */
    Phase died(Phase phase, Goal goal, String how, boolean stable) {
        reportDeath(phase.incarnation());
        return after(goal, how, stable);
    }

    Phase terminate(Child child, String incarnation, Goal goal, String reason) {
        effects.add(new Terminate(child));
        return new Ending(child, incarnation, goal, reason, false, now.plus(policy.stopTimeout()));
    }

    Phase killHung(Child child, String incarnation, String reason, boolean stable) {
        effects.add(new KillHung(child));
        return new Ending(child, incarnation, Goal.RECOVER, reason, stable, now.plus(policy.stopTimeout()));
    }

    void reportDeath(String incarnation) {
        if (!incarnation.isEmpty()) {
            effects.add(new ReportDeath(incarnation));
        }
    }

    /** There is no child any more, or there could be none. */
    Phase after(Goal goal, String reason, boolean stable) {
        return switch (goal) {
            case STOP -> new Idle(NodeState.STOPPED, "", false);
            case CLOSE -> new Idle(NodeState.STOPPED, "", true);
            case RESTART -> launch();
            case RECOVER -> recover(reason, stable);
        };
    }

    private Phase recover(String reason, boolean stable) {
        return deaths.add(now, stable)
                .<Phase>map(pause -> new Pausing(now.plus(pause), reason))
                .orElseGet(() -> new Idle(
                        NodeState.QUARANTINED,
                        "died " + deaths.count() + " times within "
                                + policy.restartWindow().toSeconds() + " s, the last time: " + reason,
                        false));
    }
}
