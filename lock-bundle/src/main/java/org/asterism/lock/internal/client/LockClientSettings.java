package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.Optional;
import org.asterism.lock.internal.ProcessMark;

/**
 * @param answer how long to wait for an answer that should come at once
 * @param retry the pause before the server is asked again
 * @param process this one, if others can find it by that: its locks are free as soon as it is gone
 */
public record LockClientSettings(Duration answer, Duration retry, Optional<ProcessMark> process) {

    public LockClientSettings {
        if (answer.isNegative() || answer.isZero() || retry.isNegative() || retry.isZero()) {
            throw new IllegalArgumentException("the times of the lock client must be positive");
        }
    }

    /** Of a process that nobody finds. */
    public LockClientSettings(Duration answer, Duration retry) {
        this(answer, retry, Optional.empty());
    }
}
