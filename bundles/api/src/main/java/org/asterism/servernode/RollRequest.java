package org.asterism.servernode;

import java.time.Duration;
import java.util.Optional;

/**
 * Which nodes, and how.
 *
 * @param instance only those of this instance
 * @param limit how long one node may take; positive
 * @param force also nodes that are the only one for an application, which is away meanwhile
 */
public record RollRequest(Optional<String> instance, Duration limit, boolean force) {

    public RollRequest {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("the limit for one server node is " + limit + ", not positive");
        }
    }
}
