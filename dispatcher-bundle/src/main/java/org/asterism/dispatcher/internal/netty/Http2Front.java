package org.asterism.dispatcher.internal.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.util.ReferenceCountUtil;
import org.asterism.dispatcher.internal.DispatcherSettings;

/**
 * A client's connection of HTTP/2: many streams, each with one exchange. It ends when it was idle for too long, or with a GOAWAY and
 * the streams that are under way when the dispatcher stops.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, and that is heard of
final class Http2Front extends ChannelDuplexHandler implements Visitor {

    private static final int RESET_SECONDS = 30;
    /** Of all bodies of a connection together; what of it a stream may use is HTTP/2's own 64 KiB. */
    private static final int CONNECTION_WINDOW = 1 << 20;

    private final FrontGate gate;
    private final Loop loop;
    private final Peer peer;
    private final Http2FrameCodec codec;
    private ChannelHandlerContext ctx;
    private boolean ending;
    private long since = System.nanoTime();

    Http2Front(FrontGate gate, Loop loop, Peer peer) {
        this.gate = gate;
        this.loop = loop;
        this.peer = peer;
        this.codec = codec(gate.settings());
    }

    private static Http2FrameCodec codec(DispatcherSettings settings) {
        int resets = settings.front().http2().resets();
        return Http2FrameCodecBuilder.forServer()
                .initialSettings(Http2Settings.defaultSettings()
                        .maxConcurrentStreams(settings.front().http2().streams())
                        .maxHeaderListSize(settings.limits().headBytes()))
                .decoderEnforceMaxRstFramesPerWindow(resets, RESET_SECONDS)
                .encoderEnforceMaxRstFramesPerWindow(resets, RESET_SECONDS)
                .gracefulShutdownTimeoutMillis(settings.timeouts().stop().toMillis())
                .build();
    }

    void addTo(ChannelPipeline pipeline) {
        pipeline.addLast(codec, new Http2MultiplexHandler(streams()), this);
    }

    private ChannelInitializer<Channel> streams() {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel stream) {
                stream.pipeline().addLast(new FrontStream(loop, gate, peer));
            }
        };
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) throws Http2Exception {
        ctx = context;
        loop.add(this);
        Http2Connection connection = codec.connection();
        connection
                .local()
                .flowController()
                .incrementWindowSize(
                        connection.connectionStream(), CONNECTION_WINDOW - Http2CodecUtil.DEFAULT_WINDOW_SIZE);
        context.flush();
    }

    /** What concerns the whole connection the codec has dealt with. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
    }

    @Override
    public void sweep(long now) {
        if (codec.connection().numActiveStreams() > 0) {
            since = now;
        } else if (now - since > loop.settings().timeouts().client().toNanos()) {
            end();
        }
    }

    @Override
    public void closeIfIdle() {
        end();
    }

    /** No further streams (GOAWAY); those that are under way have their time. */
    private void end() {
        if (!ending) {
            ending = true;
            ctx.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        loop.remove(this);
        context.fireChannelInactive();
    }

    /** The codec tells the client itself of an error of the protocol. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        Failures.log(context.channel(), cause);
        if (Http2CodecUtil.getEmbeddedHttp2Exception(cause) == null) {
            context.close();
        }
    }
}
