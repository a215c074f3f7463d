package org.asterism.cluster;

import java.util.Optional;

/** What this member knows of the cluster. Registered for as long as the member runs, also while it is islanded. */
public interface ClusterService {

    /** Who this member is. */
    MemberId self();

    /** This life of this member. */
    String incarnation();

    /** The newest view. Never blocks. */
    ClusterView view();

    /**
     * How the hub's waiting for the members of its former life has ended in this epoch; empty if it has not ended, or if it
     * ended before this member was there to hear it. For those who come too late for the event.
     */
    default Optional<ClusterEvent.ViewSettled> settled() {
        return Optional.empty();
    }

    /**
     * Hears of every change after this call.
     *
     * @return ends the subscription
     */
    AutoCloseable subscribe(ClusterListener listener);
}
