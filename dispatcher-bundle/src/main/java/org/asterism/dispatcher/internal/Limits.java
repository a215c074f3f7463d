package org.asterism.dispatcher.internal;

/**
 * Bounds on what clients may take.
 *
 * @param lineBytes of the request line
 * @param headBytes of all headers of a request or answer together
 * @param headers number of headers of a request
 * @param connections of clients
 * @param idlePerTarget idle connections kept to each target, for each event loop
 */
public record Limits(int lineBytes, int headBytes, int headers, int connections, int idlePerTarget) {

    private static final int LEAST_BYTES = 256;
    private static final int MOST_BYTES = 1 << 20;

    public Limits {
        Require.between("line.max.bytes", lineBytes, LEAST_BYTES, MOST_BYTES);
        Require.between("head.max.bytes", headBytes, LEAST_BYTES, MOST_BYTES);
        Require.atLeast("headers.max", headers, 1);
        Require.atLeast("connections.max", connections, 1);
        Require.atLeast("pool.idle.max", idlePerTarget, 0);
    }
}
