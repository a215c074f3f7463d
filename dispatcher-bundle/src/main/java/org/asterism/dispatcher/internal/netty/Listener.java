package org.asterism.dispatcher.internal.netty;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on a port. While that is in use it goes on trying. Safe for use by all threads. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails is heard of by a listener
final class Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final long REBIND_SECONDS = 5;
    private static final long CLOSE_MILLIS = 2000;

    private final ServerBootstrap bootstrap;
    private final String scheme;
    private final String transport;
    private final String host;
    private final int port;
    private final CompletableFuture<InetSocketAddress> listening = new CompletableFuture<>();
    private volatile Channel server;
    private volatile boolean closed;

    Listener(ServerBootstrap bootstrap, String scheme, String transport, String host, int port) {
        this.bootstrap = bootstrap;
        this.scheme = scheme;
        this.transport = transport;
        this.host = host;
        this.port = port;
    }

    /** Begins, without waiting for it. */
    void start() {
        bind(true);
    }

    private void bind(boolean first) {
        if (!closed) {
            bootstrap.bind(host, port).addListener((ChannelFuture bound) -> bound(bound, first));
        }
    }

    private void bound(ChannelFuture future, boolean first) {
        if (future.isSuccess()) {
            server = future.channel();
            InetSocketAddress address = (InetSocketAddress) server.localAddress();
            LOG.info("dispatcher up: {}://{}:{} ({})", scheme, host, address.getPort(), transport);
            listening.complete(address);
            closeIfLate();
            return;
        }
        if (first) {
            LOG.error(
                    "the dispatcher cannot listen on {}:{} ({}): free the port, or configure another in org.asterism.dispatcher",
                    host,
                    port,
                    future.cause().getMessage());
        }
        bootstrap.config().group().schedule(() -> bind(false), REBIND_SECONDS, TimeUnit.SECONDS);
    }

    private void closeIfLate() {
        if (closed) {
            server.close();
        }
    }

    /** Where it listens, as soon as it does. */
    CompletableFuture<InetSocketAddress> listening() {
        return listening.copy();
    }

    /** The port it has got; the configured one as long as it has none. */
    int port() {
        InetSocketAddress address = listening.getNow(null);
        return address == null ? port : address.getPort();
    }

    void close() {
        closed = true;
        Channel channel = server;
        if (channel != null) {
            channel.close().awaitUninterruptibly(CLOSE_MILLIS);
        }
    }
}
