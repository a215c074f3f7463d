package org.asterism.remote.internal.messaging;

import java.time.Duration;
import org.asterism.cluster.MemberId;

/** Where a proxy's calls go, and how long it waits for an answer. */
public record RemoteTarget(MemberId owner, String endpointId, Duration timeout) {

    @Override
    public String toString() {
        return endpointId + " of " + owner;
    }
}
