package org.asterism.dispatcher.internal.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2ConnectionPrefaceAndSettingsFrameWrittenEvent;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2SettingsFrame;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A connection of HTTP/2 whose frames can be seen. */
final class Http2Client implements AutoCloseable {

    private static final long SECONDS = 20;

    private final EventLoopGroup group = new NioEventLoopGroup(1);
    private final Channel channel;
    final CompletableFuture<Http2SettingsFrame> settings = new CompletableFuture<>();
    final CompletableFuture<Long> goAway = new CompletableFuture<>();

    Http2Client(int port) throws Exception {
        SslContext tls = SslContextBuilder.forClient()
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        ApplicationProtocolNames.HTTP_2))
                .build();
        Http2FrameCodec codec = Http2FrameCodecBuilder.forClient()
                .validateHeaders(false)
                .encoderIgnoreMaxHeaderListSize(true)
                .build();
        channel = new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel made) {
                        made.pipeline()
                                .addLast(
                                        tls.newHandler(made.alloc()),
                                        codec,
                                        new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()),
                                        new Connection(codec));
                    }
                })
                .connect(InetAddress.getLoopbackAddress(), port)
                .sync()
                .channel();
    }

    private final class Connection extends ChannelInboundHandlerAdapter {

        private final Http2FrameCodec codec;

        Connection(Http2FrameCodec codec) {
            this.codec = codec;
        }

        /** One stream that is not read must not hold up the others. */
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
            if (event instanceof Http2ConnectionPrefaceAndSettingsFrameWrittenEvent) {
                codec.connection()
                        .local()
                        .flowController()
                        .incrementWindowSize(codec.connection().connectionStream(), 1 << 20);
                context.flush();
            }
            context.fireUserEventTriggered(event);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof Http2SettingsFrame frame) {
                settings.complete(frame);
            } else if (message instanceof Http2GoAwayFrame frame) {
                goAway.complete(frame.errorCode());
            }
            ReferenceCountUtil.release(message);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            goAway.completeExceptionally(cause);
        }
    }

    static Http2Headers headers(String method, String path) {
        return new DefaultHttp2Headers(false)
                .method(method)
                .scheme("https")
                .authority("shop.test")
                .path(path);
    }

    Stream get(String path) throws Exception {
        return open(headers("GET", path), true);
    }

    Stream open(Http2Headers headers, boolean end) throws Exception {
        settings.get(SECONDS, TimeUnit.SECONDS);
        Stream stream = new Stream();
        stream.channel =
                new Http2StreamChannelBootstrap(channel).handler(stream).open().get(SECONDS, TimeUnit.SECONDS);
        stream.channel.writeAndFlush(new DefaultHttp2HeadersFrame(headers, end)).sync();
        return stream;
    }

    boolean isOpen() {
        return channel.isActive();
    }

    void awaitClose() throws Exception {
        channel.closeFuture().get(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    /** One request and what comes back. */
    static final class Stream extends ChannelInboundHandlerAdapter {

        private Http2StreamChannel channel;
        private final StringBuilder body = new StringBuilder();
        final CompletableFuture<Http2Headers> head = new CompletableFuture<>();
        final CompletableFuture<Http2Headers> trailers = new CompletableFuture<>();
        final CompletableFuture<String> whole = new CompletableFuture<>();
        final CompletableFuture<Long> reset = new CompletableFuture<>();

        void data(String text, boolean end) throws InterruptedException {
            channel.writeAndFlush(
                            new DefaultHttp2DataFrame(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1), end))
                    .sync();
        }

        void trailers(Http2Headers headers) throws InterruptedException {
            channel.writeAndFlush(new DefaultHttp2HeadersFrame(headers, true)).sync();
        }

        void cancel() throws InterruptedException {
            channel.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.CANCEL)).sync();
        }

        void reading(boolean on) {
            channel.config().setAutoRead(on);
        }

        String status() throws Exception {
            return head.get(SECONDS, TimeUnit.SECONDS).status().toString();
        }

        String header(String name) throws Exception {
            return String.valueOf(head.get(SECONDS, TimeUnit.SECONDS).get(name));
        }

        String body() throws Exception {
            return whole.get(SECONDS, TimeUnit.SECONDS);
        }

        long resetCode() throws Exception {
            return reset.get(SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof Http2HeadersFrame frame) {
                boolean interim = frame.headers().status() != null
                        && frame.headers().status().charAt(0) == '1';
                if (!interim && !head.complete(frame.headers())) {
                    trailers.complete(frame.headers());
                }
                endIf(frame.isEndStream());
            } else if (message instanceof Http2DataFrame frame) {
                body.append(frame.content().toString(StandardCharsets.ISO_8859_1));
                endIf(frame.isEndStream());
            }
            ReferenceCountUtil.release(message);
        }

        private void endIf(boolean end) {
            if (end) {
                whole.complete(body.toString());
            }
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof Http2ResetFrame frame) {
                reset.complete(frame.errorCode());
            }
            ReferenceCountUtil.release(event);
        }
    }
}
