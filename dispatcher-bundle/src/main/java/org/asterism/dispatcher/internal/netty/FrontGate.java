package org.asterism.dispatcher.internal.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.util.AttributeKey;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.asterism.dispatcher.internal.DispatcherMetrics;
import org.asterism.dispatcher.internal.DispatcherSettings;
import org.asterism.dispatcher.internal.TlsSettings;

/** Lets clients' connections in, up to a limit, and says what holds for all of them. Safe for use by all event loops. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, and that is heard of
final class FrontGate {

    /** Who a trusted proxy has said the client is. */
    static final AttributeKey<InetSocketAddress> CLIENT = AttributeKey.valueOf(FrontGate.class, "client");

    private final DispatcherSettings settings;
    private final Map<EventLoop, Loop> loops;
    private final ChannelGroup channels;
    private final DispatcherMetrics metrics;
    private final RequestGuard guard;
    private final ProxyHeaders headers;
    private final IntSupplier tlsPort;
    private final boolean redirects;
    private final AtomicInteger open = new AtomicInteger();

    /** @param tlsPort where clients find TLS, if it is configured */
    FrontGate(
            DispatcherSettings settings,
            Map<EventLoop, Loop> loops,
            ChannelGroup channels,
            DispatcherMetrics metrics,
            IntSupplier tlsPort) {
        this.settings = settings;
        this.loops = loops;
        this.channels = channels;
        this.metrics = metrics;
        this.tlsPort = tlsPort;
        this.guard = new RequestGuard(settings.limits().headers());
        this.headers = new ProxyHeaders(settings.front().style());
        this.redirects = settings.front().tls().filter(TlsSettings::redirect).isPresent();
    }

    RequestGuard guard() {
        return guard;
    }

    ProxyHeaders headers() {
        return headers;
    }

    DispatcherSettings settings() {
        return settings;
    }

    /** Whether requests of this peer are sent to the port for TLS; a trusted proxy has TLS itself. */
    boolean redirects(Peer peer) {
        return redirects && !peer.secure() && !peer.trusted();
    }

    int tlsPort() {
        return tlsPort.getAsInt();
    }

    /** Counts the connection. Returns false, and closes it, if it is one too many. */
    boolean admit(Channel channel) {
        channel.closeFuture().addListener(closed -> open.decrementAndGet());
        if (open.incrementAndGet() > settings.limits().connections()) {
            metrics.refusedConnections.increment();
            channel.close();
            return false;
        }
        channels.add(channel);
        return true;
    }

    /** Null if the connection is gone already. */
    Peer peer(Channel channel, boolean secure) {
        InetSocketAddress named = channel.attr(CLIENT).get();
        if (channel.remoteAddress() instanceof InetSocketAddress remote
                && channel.localAddress() instanceof InetSocketAddress local) {
            return Peer.of(
                    named == null ? remote : named,
                    local,
                    secure,
                    settings.front().trusted());
        }
        return null;
    }

    /** From here on it speaks HTTP/1.1. */
    void http1(ChannelPipeline pipeline, boolean secure) {
        FrontEncoder encoder = new FrontEncoder();
        FrontConnection front = new FrontConnection(loop(pipeline.channel()), this, encoder, secure);
        pipeline.addLast(new FrontDecoder(settings.limits(), front.loop().lines()), encoder, front);
    }

    /** From here on it speaks HTTP/2. */
    void http2(ChannelPipeline pipeline) {
        Peer peer = peer(pipeline.channel(), true);
        if (peer == null) {
            pipeline.channel().close();
        } else {
            new Http2Front(this, loop(pipeline.channel()), peer).addTo(pipeline);
        }
    }

    private Loop loop(Channel channel) {
        return loops.get(channel.eventLoop());
    }
}
