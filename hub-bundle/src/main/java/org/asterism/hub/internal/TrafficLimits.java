package org.asterism.hub.internal;

import java.time.Duration;

/**
 * The bounds of what is on its way to one member.
 *
 * @param window bytes of one-way messages that may be sent and not confirmed
 * @param maxBytes what may wait or be unconfirmed; past it the member is cut off
 * @param slowBytes past it the member is called slow
 * @param stall a slow member that confirms nothing for so long, while others are not slow, is no longer waited for by those
 *     who send
 * @param patience a slow member that confirms nothing for so long is cut off
 */
public record TrafficLimits(long window, long maxBytes, long slowBytes, Duration stall, Duration patience) {

    private static final int SMALLEST_WINDOW = 64 << 10;

    /**
     * A sixteenth of what may wait may be unconfirmed. A member is slow before what it does not confirm fills what a sender may
     * have unconfirmed.
     */
    public static TrafficLimits of(long maxBytes, Duration patience) {
        long window = Math.max(SMALLEST_WINDOW, maxBytes / 16);
        return new TrafficLimits(window, maxBytes, window + window / 2, patience.dividedBy(4), patience);
    }
}
