package org.asterism.dispatcher.internal.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.dispatcher.internal.DispatcherMetrics;
import org.asterism.dispatcher.internal.DispatcherSettings;

/** Lets clients' connections in, up to a limit. Safe for use by all event loops. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, and that is heard of
final class FrontGate extends ChannelInitializer<Channel> {

    private final DispatcherSettings settings;
    private final Map<EventLoop, Loop> loops;
    private final ChannelGroup channels;
    private final DispatcherMetrics metrics;
    private final RequestGuard guard;
    private final ProxyHeaders headers;
    private final AtomicInteger open = new AtomicInteger();

    FrontGate(
            DispatcherSettings settings, Map<EventLoop, Loop> loops, ChannelGroup channels, DispatcherMetrics metrics) {
        this.settings = settings;
        this.loops = loops;
        this.channels = channels;
        this.metrics = metrics;
        this.guard = new RequestGuard(settings.limits().headers());
        this.headers = new ProxyHeaders(settings.front().style());
    }

    RequestGuard guard() {
        return guard;
    }

    Peer peer(InetSocketAddress remote, InetSocketAddress local, boolean secure) {
        return Peer.of(remote, local, secure, settings.front().trusted());
    }

    ProxyHeaders headers() {
        return headers;
    }

    @Override
    protected void initChannel(Channel channel) {
        channel.closeFuture().addListener(closed -> open.decrementAndGet());
        if (open.incrementAndGet() > settings.limits().connections()) {
            metrics.refusedConnections.increment();
            channel.close();
            return;
        }
        channels.add(channel);
        FrontEncoder encoder = new FrontEncoder();
        FrontConnection front = new FrontConnection(loops.get(channel.eventLoop()), this, encoder, false);
        channel.pipeline().addLast(new FrontDecoder(settings.limits()), encoder, front);
    }
}
