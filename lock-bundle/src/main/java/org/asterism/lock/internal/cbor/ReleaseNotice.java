package org.asterism.lock.internal.cbor;

import java.util.Set;

/** Requests that the sender will never use again. */
public record ReleaseNotice(Set<Long> requests) {

    public ReleaseNotice {
        requests = Set.copyOf(requests);
    }
}
