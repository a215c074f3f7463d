package org.asterism.dispatcher.internal;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * How long the dispatcher waits.
 *
 * @param connect for a connection to a target
 * @param client for the next complete request head on a connection, and for the next bytes of a request
 * @param response for the next bytes of an answer, or for a client to take some of it
 * @param tunnel for the next bytes of either side after an upgrade
 * @param pool until an idle connection to a target is closed; less than the engine's own idle time-out
 * @param stop for requests under way when the dispatcher stops
 */
public record Timeouts(
        Duration connect, Duration client, Duration response, Duration tunnel, Duration pool, Duration stop) {

    public Timeouts {
        Require.positive("connect.millis", connect);
        Require.positive("client.millis", client);
        Require.positive("response.millis", response);
        Require.positive("tunnel.millis", tunnel);
        Require.positive("pool.idle.millis", pool);
        Require.positive("stop.millis", stop);
    }

    public Duration shortest() {
        return Stream.of(client, response, tunnel, pool)
                .min(Duration::compareTo)
                .orElseThrow();
    }
}
