package org.asterism.supervisor.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.Hosting;
import org.asterism.servernode.NodeLoad;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.asterism.supervisor.internal.HealthAnswer.Ready;
import org.asterism.supervisor.internal.SupervisionEvent.Debug;
import org.asterism.supervisor.internal.SupervisionEvent.Found;
import org.asterism.supervisor.internal.SupervisionEvent.Launched;
import org.asterism.supervisor.internal.SupervisionEvent.Probed;
import org.asterism.supervisor.internal.SupervisionEvent.Restart;
import org.asterism.supervisor.internal.SupervisionEvent.Resume;

/**
 * The state machine of one server node's process. Deterministic; never reads the clock; for one thread. It begins with
 * {@link Found} or {@link SupervisionEvent.Gone}.
 */
public final class NodeSupervision {

    private final MemberId id;
    private final SupervisionPolicy policy;
    private final Instant origin;
    private final Deaths deaths;
    private Phase phase = new Launching(Optional.empty());
    private Wish wish;
    private Duration changed = Duration.ZERO;
    private NodeLoad load = NodeLoad.NONE;
    private int processes;

    /**
     * Of a node that has not begun.
     *
     * @param origin the time of day when the monotonic clock was zero
     */
    public NodeSupervision(MemberId id, int weight, SupervisionPolicy policy, Instant origin) {
        this.id = id;
        this.wish = new Wish(weight, false, false, false, false);
        this.policy = policy;
        this.origin = origin;
        this.deaths = new Deaths(policy);
    }

    /**
     * Takes in what happened.
     *
     * @param now by a monotonic clock, since any fixed moment
     * @return what is to be done, in this order
     */
    public List<SupervisionEffect> apply(SupervisionEvent event, Duration now) {
        if (event instanceof Launched || event instanceof Found) {
            processes++;
        }
        NodeState before = wish.state(phase);
        boolean anew = event instanceof Debug || (event instanceof Resume && wish.debug());
        wish = wish.after(event);
        Step step = new Step(now, policy, deaths);
        phase = phase.apply(anew ? new Restart() : event, step);
        load = loadAfter(event);
        changed = wish.state(phase) == before ? changed : now;
        return List.copyOf(step.effects());
    }

    private NodeLoad loadAfter(SupervisionEvent event) {
        boolean told = event instanceof Probed probed && child().equals(Optional.of(probed.child()));
        if (told && ((Probed) event).answer() instanceof Ready ready) {
            return ready.load();
        }
        return child().isPresent() ? load : NodeLoad.NONE;
    }

    /** How the node is. */
    public NodeStatus status() {
        return new NodeStatus(
                id,
                wish.state(phase),
                wish.reason(phase),
                Hosting.PROCESS,
                child().map(Child::url),
                child().map(Child::pid).orElse(0L),
                Math.max(0, processes - 1),
                phase.applications(),
                wish.weight(),
                Optional.of(origin.plus(changed)),
                child().flatMap(Child::debugPort).map(port -> "127.0.0.1:" + port));
    }

    /** What the process has to do, as it told last. */
    public NodeLoad load() {
        return load;
    }

    /** Whether a debugger shall be able to attach to the next process. */
    public boolean debugging() {
        return wish.debug();
    }

    /** The process, if there is one. */
    public Optional<Child> child() {
        return phase.child();
    }

    /** What the process called itself when it was ready last; empty if it never was. */
    public String incarnation() {
        return phase.incarnation();
    }

    /** When to apply a {@link SupervisionEvent.Tick}, if nothing happens before. */
    public Optional<Duration> wakeUp() {
        return phase.wakeUp();
    }

    /** Whether it is over: closed, and no process left. */
    public boolean closed() {
        return phase instanceof Idle idle && idle.closed();
    }
}
