package org.asterism.dispatcher.internal;

/**
 * Bounds on what clients may do with HTTP/2.
 *
 * @param enabled whether it is offered
 * @param streams requests of a connection at a time
 * @param resets how many of its requests a connection may cancel in 30 s before it is closed
 */
public record Http2Settings(boolean enabled, int streams, int resets) {

    private static final int MOST = 10_000;

    public Http2Settings {
        Require.between("http2.streams.max", streams, 1, MOST);
        Require.between("http2.resets.max", resets, 1, MOST);
    }
}
