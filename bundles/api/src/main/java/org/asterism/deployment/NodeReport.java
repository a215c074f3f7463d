package org.asterism.deployment;

import java.time.Instant;
import org.asterism.cluster.MemberId;

/**
 * What a node said last of itself.
 *
 * @param generation the one that it has
 * @param working whether it is applying another one at the moment
 * @param problem why it could not apply the one it should have; empty if nothing is wrong
 * @param present whether the node is a member of the cluster now, as the answering instance sees it
 * @param when it said so
 */
public record NodeReport(
        MemberId node, long generation, boolean working, String problem, boolean present, Instant when) {}
