package org.asterism.bench.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Gives 1 KiB to every request, and looks at nothing of it but its end: what it costs is not the proxy's. */
public final class HttpBackend implements AutoCloseable {

    /** Of each answer, without its head. */
    static final int BODY = 1024;

    private static final int LOOPS = 1;
    private static final ByteBuf ANSWER = Unpooled.unreleasableBuffer(Unpooled.directBuffer()
            .writeBytes(("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + BODY + "\r\n\r\n"
                            + "x".repeat(BODY))
                    .getBytes(StandardCharsets.US_ASCII))
            .asReadOnly());

    private final Transport transport = new Transport(LOOPS);
    private final Channel channel;

    /** Listens on a free port of the loopback interface. */
    public HttpBackend() throws InterruptedException {
        channel = transport
                .server()
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        connection.pipeline().addLast(new Requests());
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
    }

    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @Override
    public void close() {
        transport.close();
    }

    private static final class Requests extends SimpleChannelInboundHandler<ByteBuf> {

        private final HeadEnd end = new HeadEnd();

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
            while (end.passed(bytes)) {
                var unused = context.write(ANSWER.duplicate(), context.voidPromise());
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }
    }
}
