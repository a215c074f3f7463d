package org.asterism.connect;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Something that is made when it is asked for the first time, and not any more after its end. Thread-safe. */
final class OnDemand<T> {

    private final Supplier<T> maker;
    private T made;
    private boolean ended;

    OnDemand(Supplier<T> maker) {
        this.maker = maker;
    }

    /** @throws IllegalStateException after the end */
    synchronized T get() {
        if (ended) {
            throw new IllegalStateException("the client is closed");
        }
        if (made == null) {
            made = maker.get();
        }
        return made;
    }

    /** Ends it, if it was ever made; only once. */
    synchronized void end(Consumer<T> ending) {
        if (made != null && !ended) {
            ending.accept(made);
        }
        ended = true;
    }
}
