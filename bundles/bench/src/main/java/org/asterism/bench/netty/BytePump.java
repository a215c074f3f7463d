package org.asterism.bench.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a dispatcher is compared with: each connection of a client gets one to a back end, in turn and on the same event loop,
 * and bytes pass both ways unseen.
 */
public final class BytePump implements AutoCloseable {

    private final Transport transport = new Transport(Runtime.getRuntime().availableProcessors());
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Integer> backends;
    private final Channel channel;

    /** Listens on a free port of the loopback interface. */
    public BytePump(List<Integer> backends) throws InterruptedException {
        this.backends = List.copyOf(backends);
        channel = transport
                .server()
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.AUTO_READ, false)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel client) {
                        connect(client);
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
    }

    private void connect(Channel client) {
        int port = backends.get(Math.floorMod(turn.getAndIncrement(), backends.size()));
        var unused = transport
                .client(client.eventLoop())
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new Pump(client))
                .connect(InetAddress.getLoopbackAddress(), port)
                .addListener((ChannelFuture connected) -> begin(client, connected));
    }

    private static void begin(Channel client, ChannelFuture connected) {
        if (connected.isSuccess()) {
            client.pipeline().addLast(new Pump(connected.channel()));
            client.config().setAutoRead(true);
        } else {
            var unused = client.close();
        }
    }

    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @Override
    public void close() {
        transport.close();
    }

    private static final class Pump extends ChannelInboundHandlerAdapter {

        private final Channel other;

        Pump(Channel other) {
            this.other = other;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            var unused = other.write(bytes, other.voidPromise());
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            other.flush();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            var unused = other.close();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            var unused = context.close();
        }
    }
}
