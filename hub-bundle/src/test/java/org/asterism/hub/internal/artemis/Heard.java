package org.asterism.hub.internal.artemis;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterListener;
import org.asterism.cluster.ClusterView;

/** Everything a listener was told. */
final class Heard implements ClusterListener {

    private final List<ClusterEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void changed(ClusterEvent event, ClusterView before, ClusterView after) {
        events.add(event);
    }

    <T extends ClusterEvent> List<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
