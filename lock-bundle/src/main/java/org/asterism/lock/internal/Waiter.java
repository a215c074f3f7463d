package org.asterism.lock.internal;

import java.time.Duration;
import java.util.Comparator;

/** A claim in the queue. Not a value: its deadline moves when its owner asks again. */
final class Waiter {

    static final Comparator<Waiter> BY_DEADLINE = Comparator.comparing(Waiter::deadline)
            .thenComparing(waiter -> waiter.claim.owner().member())
            .thenComparing(waiter -> waiter.claim.owner().incarnation())
            .thenComparing(waiter -> waiter.claim.ticket().request());

    private final Claim claim;
    private final Duration since;
    private Duration deadline;

    Waiter(Claim claim, Duration since, Duration deadline) {
        this.claim = claim;
        this.since = since;
        this.deadline = deadline;
    }

    Claim claim() {
        return claim;
    }

    Duration since() {
        return since;
    }

    Duration deadline() {
        return deadline;
    }

    void moveDeadline(Duration newDeadline) {
        deadline = newDeadline;
    }
}
