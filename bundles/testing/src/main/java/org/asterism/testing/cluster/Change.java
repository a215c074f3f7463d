package org.asterism.testing.cluster;

import java.util.ArrayList;
import java.util.List;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterView;

/** An event with the views before and after it. */
record Change(ClusterEvent event, ClusterView before, ClusterView after) {

    static Change of(ClusterView before, ClusterEvent event) {
        EditableView edited = new EditableView(before);
        edited.apply(event);
        return new Change(event, before, edited.toView());
    }

    /** What leads from one view to another, step by step; the last step ends in {@code to}. */
    static List<Change> between(ClusterView from, ClusterView to) {
        List<Change> changes = new ArrayList<>();
        ClusterView view = from;
        for (ClusterEvent event : ViewDifference.between(from, to)) {
            Change change = of(view, event);
            changes.add(change);
            view = change.after;
        }
        return changes;
    }
}
