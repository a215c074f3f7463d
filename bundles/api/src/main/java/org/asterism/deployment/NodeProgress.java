package org.asterism.deployment;

import java.time.Instant;
import org.asterism.cluster.MemberId;

/**
 * One node in a roll.
 *
 * @param detail why it is there; empty if nothing is to be said
 * @param since when this step began
 */
public record NodeProgress(MemberId node, NodeStep step, String detail, Instant since) {}
