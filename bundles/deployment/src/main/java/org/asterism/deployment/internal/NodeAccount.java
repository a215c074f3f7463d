package org.asterism.deployment.internal;

import org.asterism.cluster.MemberId;

/**
 * What a node says of itself.
 *
 * @param incarnation which life of it
 * @param generation what it has
 * @param attempted what it tries or tried last
 * @param working whether it is at it
 * @param problem why the attempt failed; empty if it did not
 */
public record NodeAccount(
        MemberId node, String incarnation, long generation, long attempted, boolean working, String problem) {

    /** Whether it has a generation and is at rest. */
    public boolean has(long wanted) {
        return generation == wanted && !working;
    }

    /** Whether it has tried a generation in vain. */
    public boolean failed(long wanted) {
        return attempted == wanted && !working && !problem.isEmpty();
    }
}
