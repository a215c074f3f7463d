package org.asterism.deployment.internal;

import org.asterism.cluster.MemberId;
import org.asterism.deployment.NodeStep;
import org.asterism.deployment.RolloutState;

/** What is to be done next in a roll. All of it may be done twice: a roller may die in between. */
public sealed interface RollEffect {

    /** Write down another state of the whole. */
    record Enter(RolloutState state, String reason) implements RollEffect {}

    /** Write down another step of one node. */
    record Step(MemberId node, NodeStep step, String detail) implements RollEffect {}

    /** Ask this node whether the generation can be applied at all, and enter RUNNING or FAILED. */
    record Preflight(MemberId node) implements RollEffect {}

    /** Let the dispatchers send nothing to this node. */
    record Withdraw(MemberId node) implements RollEffect {}

    /** Let them send again. */
    record Readmit(MemberId node) implements RollEffect {}
}
