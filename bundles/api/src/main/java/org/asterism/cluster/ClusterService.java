package org.asterism.cluster;

/** What this member knows of the cluster. Registered for as long as the member runs, also while it is islanded. */
public interface ClusterService {

    /** Who this member is. */
    MemberId self();

    /** This life of this member. */
    String incarnation();

    /** The newest view. Never blocks. */
    ClusterView view();

    /**
     * Hears of every change after this call.
     *
     * @return ends the subscription
     */
    AutoCloseable subscribe(ClusterListener listener);
}
