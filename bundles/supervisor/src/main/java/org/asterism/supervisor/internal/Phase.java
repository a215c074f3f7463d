package org.asterism.supervisor.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.asterism.servernode.NodeState;

/** Where in its life a node is. Immutable; each phase says what an event makes of it. */
sealed interface Phase permits Idle, Pausing, Launching, Starting, Up, Draining, Ending {

    Phase apply(SupervisionEvent event, Step step);

    NodeState state();

    /** Why; empty if nothing is to be said. */
    String reason();

    /** When the next Tick is needed, if any. */
    default Optional<Duration> wakeUp() {
        return Optional.empty();
    }

    default Optional<Child> child() {
        return Optional.empty();
    }

    /** What the child called itself in its last good answer; empty if there was none. */
    default String incarnation() {
        return "";
    }

    default List<String> applications() {
        return List.of();
    }
}
