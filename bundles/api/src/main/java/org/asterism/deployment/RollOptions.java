package org.asterism.deployment;

import java.time.Duration;

/**
 * How a change comes to the nodes.
 *
 * @param atOnce all nodes at the same time, without draining; requests may fail meanwhile
 * @param allBack if a node fails all nodes go back to the generation before; else that one does and the roll stops
 * @param force also if a node is the only one that serves an application, which is away meanwhile
 * @param drain how long requests under way may take to finish before a node is changed
 * @param nodeLimit how long one node may take to apply and to be healthy again
 */
public record RollOptions(boolean atOnce, boolean allBack, boolean force, Duration drain, Duration nodeLimit) {

    /** One node after the other; stops at the first that fails. 10 s to drain, 120 s for a node. */
    public static final RollOptions ROLLING =
            new RollOptions(false, false, false, Duration.ofSeconds(10), Duration.ofSeconds(120));

    /** @throws IllegalArgumentException if a duration is negative, the limit of a node zero, or either more than a day */
    public RollOptions {
        Duration most = Duration.ofDays(1);
        if (drain.isNegative() || drain.compareTo(most) > 0) {
            throw new IllegalArgumentException("the time to drain a node is " + drain + ", not between 0 and 1 day");
        }
        if (nodeLimit.isNegative() || nodeLimit.isZero() || nodeLimit.compareTo(most) > 0) {
            throw new IllegalArgumentException("the limit for one node is " + nodeLimit + ", not up to 1 day");
        }
    }

    /** The same, at once or rolling. */
    public RollOptions withAtOnce(boolean now) {
        return new RollOptions(now, allBack, force, drain, nodeLimit);
    }

    /** The same; whether all go back if one fails. */
    public RollOptions withAllBack(boolean all) {
        return new RollOptions(atOnce, all, force, drain, nodeLimit);
    }
}
