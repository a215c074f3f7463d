package org.asterism.supervisor;

import java.util.List;
import org.asterism.cluster.MemberId;

/**
 * Which node, and how its process is run.
 *
 * @param id such as {@code a/1}
 * @param weight what {@link org.asterism.servernode.NodeStatus#weight} says; at least 1
 * @param jvmOptions options of its JVM after those of its role, so that they win
 */
public record NodeSpec(MemberId id, int weight, List<String> jvmOptions) {

    /** @throws IllegalArgumentException if this is not the id of a server node or the weight is not positive */
    public NodeSpec {
        jvmOptions = List.copyOf(jvmOptions);
        if (!id.value().matches(".+/[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("not the id of a server node: '" + id + "' (expected a/1)");
        }
        if (weight < 1) {
            throw new IllegalArgumentException("the weight of " + id + " is " + weight + ", not at least 1");
        }
    }

    /** The name of the instance. */
    public String instance() {
        return id.parent().orElseThrow();
    }

    /** The number of the node within its instance. */
    public int number() {
        return Integer.parseInt(id.value().substring(instance().length() + 1));
    }
}
