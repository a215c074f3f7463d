package org.asterism.cluster;

import java.time.Duration;

/**
 * A member as the hub sees its connection.
 *
 * @param member who
 * @param address where it connects from, {@code host:port}
 * @param lastHeard how long ago anything came in from it
 * @param framesReceived packets that came from it in this connection
 * @param framesSent packets that went to it in this connection
 * @param bytesWaiting what waits for it at the hub or is not yet confirmed by it
 * @param slow whether it is so far behind that the hub has warned
 */
public record ClientStatus(
        Member member,
        String address,
        Duration lastHeard,
        long framesReceived,
        long framesSent,
        long bytesWaiting,
        boolean slow) {}
