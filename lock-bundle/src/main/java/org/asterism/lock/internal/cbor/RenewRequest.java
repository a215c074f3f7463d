package org.asterism.lock.internal.cbor;

import java.util.Set;

/**
 * @param upTo the highest request number the sender had used
 * @param requests those in which it is still interested
 */
public record RenewRequest(long upTo, Set<Long> requests) {

    public RenewRequest {
        requests = Set.copyOf(requests);
    }
}
