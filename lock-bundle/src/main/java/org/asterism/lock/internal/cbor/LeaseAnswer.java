package org.asterism.lock.internal.cbor;

import java.util.Set;

/**
 * @param known whether the server knows everything that the receiver holds; if not, its lease is not renewed
 * @param leaseMillis from the moment in which the request was sent
 * @param lost requests that were believed to be granted or waiting and are not
 */
public record LeaseAnswer(boolean known, long leaseMillis, Set<Long> lost) {

    public LeaseAnswer {
        lost = Set.copyOf(lost);
    }
}
