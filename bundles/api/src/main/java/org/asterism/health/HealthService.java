package org.asterism.health;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** How this container and the others are. */
public interface HealthService {

    /** This container now; waits for its checks, two seconds at most. */
    HealthReport report();

    /**
     * The hub and every member but programs, sorted by id, each asked now. Never fails: who does not answer in time has a report that
     * says so.
     */
    CompletionStage<List<HealthReport>> cluster(Duration timeout);
}
