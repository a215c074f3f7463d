package org.asterism.lock.internal.client;

import java.util.List;
import java.util.function.Supplier;
import org.asterism.lock.LockException;

/** What became of a request. */
sealed interface Decision {

    /** What it has. */
    record Granted(List<ClientLock> locks) implements Decision {}

    /**
     * It has nothing.
     *
     * @param timedOut whether the server let the waiting time pass
     * @param reason made by who throws it, so that its stack trace tells who asked
     */
    record Failed(boolean timedOut, Supplier<LockException> reason) implements Decision {}

    /** The locks that were granted; throws the reason if none were. */
    default List<ClientLock> orThrow() {
        if (this instanceof Granted granted) {
            return granted.locks();
        }
        throw ((Failed) this).reason().get();
    }

    /** Whether the server let the waiting time pass. */
    default boolean timedOut() {
        return this instanceof Failed failed && failed.timedOut();
    }
}
