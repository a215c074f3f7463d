package org.asterism.lock;

import java.time.Duration;
import java.util.Optional;

/**
 * Which locks to list; what is empty filters nothing.
 *
 * @param namespace equal
 * @param name equal
 * @param owner the member of a holder or waiter; of an instance also its server nodes
 * @param minimumAge the oldest holder or waiter is at least that old
 */
public record LockFilter(
        Optional<String> namespace, Optional<String> name, Optional<String> owner, Optional<Duration> minimumAge) {

    /** All of them. */
    public static final LockFilter ALL =
            new LockFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
