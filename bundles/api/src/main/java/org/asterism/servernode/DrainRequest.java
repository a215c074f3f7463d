package org.asterism.servernode;

import java.time.Duration;
import org.asterism.cluster.MemberId;

/**
 * Which node is to be drained, and until when to wait.
 *
 * @param max how long to wait; positive
 * @param untilSessions how many HTTP sessions may be left; 0 or more
 * @param stop whether to stop the node at the end, also if more are left
 */
public record DrainRequest(MemberId node, Duration max, int untilSessions, boolean stop) {

    /** @throws IllegalArgumentException naming what is wrong */
    public DrainRequest {
        if (max.isNegative() || max.isZero()) {
            throw new IllegalArgumentException("the time to drain " + node + " is " + max + ", not positive");
        }
        if (untilSessions < 0) {
            throw new IllegalArgumentException("sessions that may be left are 0 or more, not " + untilSessions);
        }
    }
}
