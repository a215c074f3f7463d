package org.asterism.drill.worker;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.asterism.drill.history.Event;

/** Tells events, and gives attempts their names. Thread-safe if the one who is told is. */
final class Recorder {

    private final String life;
    private final Consumer<Event> told;
    private final AtomicLong attempts = new AtomicLong();

    /** @param life of the worker, unique in the drill */
    Recorder(String life, Consumer<Event> told) {
        this.life = life;
        this.told = told;
    }

    String nextAttempt() {
        return life + "#" + attempts.incrementAndGet();
    }

    void tell(Event event) {
        told.accept(event);
    }
}
