package org.asterism.servernode.internal;

import java.time.Duration;
import org.asterism.cluster.MemberId;

/** What is to be done next in a {@link Roll}. */
public sealed interface RollStep {

    /** Ask this node to restart. */
    record Restart(MemberId node) implements RollStep {}

    /** This node is up again; go on at once. */
    record Returned(MemberId node, Duration after) implements RollStep {}

    /** Look again a moment later. */
    record Wait() implements RollStep {}

    /** All are restarted. */
    record Finished() implements RollStep {}

    /** It goes no further. */
    record Failed(String reason) implements RollStep {}
}
