package org.asterism.testing.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterListener;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.ClusterView;

/** Everything a member heard since it began to listen, in order. */
public final class RecordedEvents implements ClusterListener {

    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    /** One event with its views. */
    public record Heard(ClusterEvent event, ClusterView before, ClusterView after) {}

    /** Listens until the member ends. */
    public static RecordedEvents of(ClusterService cluster) {
        RecordedEvents events = new RecordedEvents();
        AutoCloseable unused = cluster.subscribe(events);
        return events;
    }

    @Override
    public void changed(ClusterEvent event, ClusterView before, ClusterView after) {
        heard.add(new Heard(event, before, after));
    }

    public List<Heard> all() {
        return List.copyOf(heard);
    }

    /** Those of one kind. */
    public <E extends ClusterEvent> List<E> of(Class<E> kind) {
        return heard.stream()
                .map(Heard::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
