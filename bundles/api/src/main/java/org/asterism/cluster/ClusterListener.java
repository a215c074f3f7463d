package org.asterism.cluster;

/**
 * Hears of every change of the cluster view. Register it as an OSGi service (whiteboard) or with
 * {@link ClusterService#subscribe}.
 */
@FunctionalInterface
public interface ClusterListener {

    /**
     * Each change is told once, in order of revision, on a thread of the link that is not used for anything else; a
     * listener that blocks delays the other listeners of its own member only.
     *
     * @param before the view in which the event had not happened
     * @param after the view in which it has
     */
    void changed(ClusterEvent event, ClusterView before, ClusterView after);
}
