package org.asterism.supervisor.internal;

import java.time.Duration;

/** Policies for tests. */
final class Policies {

    /** Round numbers: probes each 100 ms and 1 s, 10 s to start, 3 misses, 2 s to drain and 3 more for requests, 5 s to stop, 3 restarts in a minute. */
    static final SupervisionPolicy ROUND = new SupervisionPolicy(
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            3,
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofSeconds(20),
            3,
            Duration.ofMinutes(1));

    private Policies() {}
}
