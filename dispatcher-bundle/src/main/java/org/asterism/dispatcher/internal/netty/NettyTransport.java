package org.asterism.dispatcher.internal.netty;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Event loops and the channels that go with them. */
record NettyTransport(
        String name,
        EventLoopGroup group,
        Class<? extends ServerSocketChannel> server,
        Class<? extends SocketChannel> client) {

    private static final Logger LOG = LoggerFactory.getLogger(NettyTransport.class);

    static NettyTransport open(int threads, boolean nativeIfThere) {
        int count = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        DefaultThreadFactory factory = new DefaultThreadFactory("asterism-dispatcher", true);
        if (nativeIfThere && isEpollThere()) {
            return EpollTransport.open(count, factory);
        }
        return new NettyTransport(
                "nio", new NioEventLoopGroup(count, factory), NioServerSocketChannel.class, NioSocketChannel.class);
    }

    private static boolean isEpollThere() {
        try {
            return EpollTransport.isAvailable();
        } catch (LinkageError absent) {
            LOG.debug("no epoll classes", absent);
            return false;
        }
    }
}
