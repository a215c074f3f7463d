package org.asterism.remote.internal.messaging;

import java.time.Duration;
import org.asterism.cluster.MemberId;
import org.asterism.remote.internal.Endpoints;

/**
 * Where a proxy's calls go, and how long it waits for an answer.
 *
 * @param topic on which the endpoint answers
 */
public record RemoteTarget(MemberId owner, String endpointId, String topic, Duration timeout) {

    public RemoteTarget(MemberId owner, String endpointId, Duration timeout) {
        this(owner, endpointId, Endpoints.topic(endpointId), timeout);
    }

    @Override
    public String toString() {
        return endpointId + " of " + owner;
    }
}
