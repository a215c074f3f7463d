package org.asterism.supervisor.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.Hosting;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.asterism.supervisor.internal.SupervisionEvent.Drain;
import org.asterism.supervisor.internal.SupervisionEvent.Found;
import org.asterism.supervisor.internal.SupervisionEvent.Launched;
import org.asterism.supervisor.internal.SupervisionEvent.Readmit;
import org.asterism.supervisor.internal.SupervisionEvent.Restart;
import org.asterism.supervisor.internal.SupervisionEvent.Resume;
import org.asterism.supervisor.internal.SupervisionEvent.Stop;
import org.asterism.supervisor.internal.SupervisionEvent.Weigh;
import org.asterism.supervisor.internal.SupervisionEvent.Withdraw;

/**
 * The state machine of one server node's process. Deterministic; never reads the clock; for one thread. It begins with
 * {@link Found} or {@link SupervisionEvent.Gone}.
 */
public final class NodeSupervision {

    private final MemberId id;
    private final SupervisionPolicy policy;
    private final Deaths deaths;
    private Phase phase = new Launching(Optional.empty());
    private int processes;
    private int weight;
    private boolean drained;
    private boolean withdrawn;

    /** Of a node that has not begun. */
    public NodeSupervision(MemberId id, int weight, SupervisionPolicy policy) {
        this.id = id;
        this.weight = weight;
        this.policy = policy;
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
        wish(event);
        Step step = new Step(now, policy, deaths);
        phase = phase.apply(event, step);
        return List.copyOf(step.effects());
    }

    /** What outlives a process: a node that dies while it is drained comes back drained; one that is restarted does not. */
    private void wish(SupervisionEvent event) {
        if (event instanceof Weigh weigh) {
            weight = weigh.weight();
        } else if (event instanceof Drain) {
            drained = true;
        } else if (event instanceof Withdraw) {
            withdrawn = true;
        } else {
            drained &= !(event instanceof Resume || event instanceof Stop || event instanceof Restart);
            withdrawn &= !(event instanceof Readmit || event instanceof Stop || event instanceof Restart);
        }
    }

    /** How the node is. */
    public NodeStatus status() {
        return new NodeStatus(
                id,
                wished(NodeState.STARTING, NodeState.DRAINING, phase.state()),
                wished(NodeStatus.WITHDRAWN, NodeStatus.DRAINED, phase.reason()),
                Hosting.PROCESS,
                child().map(Child::url),
                child().map(Child::pid).orElse(0L),
                Math.max(0, processes - 1),
                phase.applications(),
                weight);
    }

    private <T> T wished(T ifWithdrawn, T ifDrained, T otherwise) {
        if (phase.state() != NodeState.UP || !(withdrawn || drained)) {
            return otherwise;
        }
        return withdrawn ? ifWithdrawn : ifDrained;
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
