package org.asterism.cluster;

/**
 * Hears of every change of the cluster view. Register it as an OSGi service (whiteboard) or with
 * {@link ClusterService#subscribe}.
 *
 * <ol>
 *   <li>Each change is told once, in order of revision.
 *   <li>A change begins in the view in which the change before it ended.
 *   <li>Each listener has a queue of its own: one that blocks or throws delays no other listener. What it throws is logged,
 *       and it is told the next change.
 *   <li>A listener that is 100,000 changes behind is dropped with an error in the log and hears nothing more.
 *   <li>A listener whose subscription has been closed hears nothing more, not even what was waiting for it.
 * </ol>
 */
@FunctionalInterface
public interface ClusterListener {

    /**
     * Called on a thread that the listeners of this member share with its message listeners; never by two threads at once.
     *
     * @param before the view in which the event had not happened
     * @param after the view in which it has
     */
    void changed(ClusterEvent event, ClusterView before, ClusterView after);
}
