package org.asterism.hub.internal;

import java.time.Duration;

/**
 * The bounds of what is on its way to one member.
 *
 * @param window bytes of one-way messages that may be sent and not confirmed
 * @param maxBytes what may wait or be unconfirmed; past it the member is cut off
 * @param slowBytes past it the member is called slow
 * @param patience a slow member that confirms nothing for so long is cut off
 */
public record TrafficLimits(long window, long maxBytes, long slowBytes, Duration patience) {

    /** Half of what may wait is slow; a sixteenth may be unconfirmed. */
    public static TrafficLimits of(long maxBytes, Duration patience) {
        return new TrafficLimits(Math.max(64 << 10, maxBytes / 16), maxBytes, maxBytes / 2, patience);
    }
}
