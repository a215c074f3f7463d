package org.asterism.sessions.internal;

import java.time.Duration;

/**
 * @param patience how long requests wait after the start of the container for the tables in the shared database
 * @param refresh how old the noted time of the last use may be
 * @param scavenge the time between two searches for sessions that have ended
 * @param grace how long after its end a session is looked for
 * @param abandoned how long after its end a session is removed that no application asks for
 */
public record SessionSettings(
        AttributeLimits limits,
        Duration patience,
        Duration refresh,
        Duration scavenge,
        Duration grace,
        Duration abandoned) {

    /** A session that may be unused for a short time is refreshed more often. */
    private static final int SHARE = 10;

    public SessionSettings {
        if (patience.isNegative() || refresh.isNegative() || grace.isNegative()) {
            throw new IllegalArgumentException("patience.millis, refresh.millis or grace.millis is negative");
        }
        if (scavenge.toSeconds() < 1) {
            throw new IllegalArgumentException("scavenge.millis is less than 1000");
        }
        if (abandoned.compareTo(grace) < 0) {
            throw new IllegalArgumentException("abandoned.millis is less than grace.millis");
        }
    }

    /** How old the noted time of the last use of a session may be, in milliseconds. */
    public long refreshMillis(long maxInactive) {
        return maxInactive <= 0 ? refresh.toMillis() : Math.min(refresh.toMillis(), maxInactive / SHARE);
    }
}
