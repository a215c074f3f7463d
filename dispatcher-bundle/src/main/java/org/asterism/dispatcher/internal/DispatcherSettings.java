package org.asterism.dispatcher.internal;

/**
 * How a dispatcher behaves.
 *
 * @param host where it listens
 * @param port 0 for any free one
 * @param threads event loops; 0 for as many as there are processors
 * @param nativeTransport whether to use epoll where it is there
 */
public record DispatcherSettings(
        String host,
        int port,
        int threads,
        boolean nativeTransport,
        FrontSettings front,
        DispatchPolicy policy,
        RetryPolicy retry,
        QueuePolicy queue,
        Limits limits,
        Timeouts timeouts,
        ObservationSettings observation) {

    private static final int MAX_PORT = 65535;
    private static final int MAX_THREADS = 256;

    public DispatcherSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host is empty");
        }
        Require.between("port", port, 0, MAX_PORT);
        Require.between("threads", threads, 0, MAX_THREADS);
    }
}
