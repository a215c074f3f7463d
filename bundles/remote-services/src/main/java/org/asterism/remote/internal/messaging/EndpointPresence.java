package org.asterism.remote.internal.messaging;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Knows which endpoints are in the cluster. */
@FunctionalInterface
public interface EndpointPresence {

    /** Knows of none. */
    EndpointPresence UNKNOWN = (target, within) -> CompletableFuture.completedFuture(false);

    /** Completed with whether the endpoint is there again, as soon as it is or the time is over; never fails. */
    CompletableFuture<Boolean> returned(RemoteTarget target, Duration within);
}
