package org.asterism.hub.internal.http;

import java.time.Duration;

/**
 * Bounds of the event stream.
 *
 * @param clients how many may listen at the same time
 * @param queue how many events may wait for one of them
 * @param heartbeat how often a quiet connection is tried
 */
record EventLimits(int clients, int queue, Duration heartbeat) {

    /** @throws IllegalArgumentException naming the key that is not valid */
    EventLimits {
        require(clients >= 1, "events.clients is less than 1");
        require(queue >= 2, "events.queue is less than 2");
        require(heartbeat.toMillis() >= 100, "events.heartbeat.millis is less than 100");
    }

    static EventLimits of(EventConfig config) {
        return new EventLimits(
                config.events_clients(), config.events_queue(), Duration.ofMillis(config.events_heartbeat_millis()));
    }

    private static void require(boolean valid, String problem) {
        if (!valid) {
            throw new IllegalArgumentException(problem);
        }
    }
}
