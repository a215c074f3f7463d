package org.asterism.supervisor.internal;

import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.asterism.supervisor.internal.SupervisionEvent.Debug;
import org.asterism.supervisor.internal.SupervisionEvent.Drain;
import org.asterism.supervisor.internal.SupervisionEvent.Found;
import org.asterism.supervisor.internal.SupervisionEvent.Isolate;
import org.asterism.supervisor.internal.SupervisionEvent.Readmit;
import org.asterism.supervisor.internal.SupervisionEvent.Restart;
import org.asterism.supervisor.internal.SupervisionEvent.Resume;
import org.asterism.supervisor.internal.SupervisionEvent.Stop;
import org.asterism.supervisor.internal.SupervisionEvent.Weigh;
import org.asterism.supervisor.internal.SupervisionEvent.Withdraw;

/**
 * What someone wants of a node that outlives its process: one that dies while it is drained comes back drained; one that is restarted
 * on purpose does not.
 *
 * @param weight its share of new requests
 * @param drained whether it shall get no new sessions
 * @param isolated whether it shall get no requests at all
 * @param debug whether a debugger shall be able to attach to its next process
 * @param withdrawn whether it shall get no requests because its applications are being changed
 */
record Wish(int weight, boolean drained, boolean isolated, boolean debug, boolean withdrawn) {

    Wish after(SupervisionEvent event) {
        if (event instanceof Weigh weigh) {
            return new Wish(weigh.weight(), drained, isolated, debug, withdrawn);
        }
        if (event instanceof Drain) {
            return new Wish(weight, true, false, debug, withdrawn);
        }
        if (event instanceof Isolate) {
            return new Wish(weight, drained, true, debug, withdrawn);
        }
        if (event instanceof Debug
                || (event instanceof Found found && found.child().debugPort().isPresent())) {
            return new Wish(weight, false, true, true, withdrawn);
        }
        if (event instanceof Withdraw || event instanceof Readmit) {
            return new Wish(weight, drained, isolated, debug, event instanceof Withdraw);
        }
        if (event instanceof Resume) {
            return new Wish(weight, false, false, false, withdrawn);
        }
        boolean over = event instanceof Stop || event instanceof Restart;
        return over ? new Wish(weight, false, false, false, false) : this;
    }

    /** What a node in this phase shows of itself. */
    NodeState state(Phase phase) {
        if (phase.state() != NodeState.UP) {
            return phase.state();
        }
        if (withdrawn) {
            return NodeState.STARTING;
        }
        if (isolated) {
            return NodeState.ISOLATED;
        }
        return drained ? NodeState.DRAINING : NodeState.UP;
    }

    String reason(Phase phase) {
        return switch (state(phase)) {
            case ISOLATED -> NodeStatus.ISOLATED;
            case STARTING -> phase.state() == NodeState.UP ? NodeStatus.WITHDRAWN : phase.reason();
            case DRAINING -> phase.state() == NodeState.UP ? NodeStatus.DRAINED : phase.reason();
            default -> phase.reason();
        };
    }
}
