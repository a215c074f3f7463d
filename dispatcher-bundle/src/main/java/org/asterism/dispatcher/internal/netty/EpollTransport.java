package org.asterism.dispatcher.internal.netty;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import java.util.concurrent.ThreadFactory;

/** The only class that needs Netty's epoll classes, which may be absent. */
final class EpollTransport {

    private EpollTransport() {}

    static boolean isAvailable() {
        return Epoll.isAvailable();
    }

    static NettyTransport open(int threads, ThreadFactory factory) {
        return new NettyTransport(
                "epoll",
                new EpollEventLoopGroup(threads, factory),
                EpollServerSocketChannel.class,
                EpollSocketChannel.class);
    }
}
