package org.asterism.deployment;

import java.util.List;
import org.asterism.cluster.MemberId;

/**
 * What a change would do to a node.
 *
 * @param changes one line for each thing that is installed, updated or removed
 * @param refreshed symbolic names of running bundles that would be restarted with it
 * @param problems why it would fail or is refused; empty if it may be done
 */
public record NodePlan(MemberId node, List<String> changes, List<String> refreshed, List<String> problems) {

    public NodePlan {
        changes = List.copyOf(changes);
        refreshed = List.copyOf(refreshed);
        problems = List.copyOf(problems);
    }
}
