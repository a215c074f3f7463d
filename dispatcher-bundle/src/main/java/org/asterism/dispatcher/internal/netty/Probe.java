package org.asterism.dispatcher.internal.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One question to a target, {@code OPTIONS *}: any answer will do, for an engine gives one whatever is deployed. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, and that is heard of
final class Probe extends ChannelInboundHandlerAdapter {

    private final Consumer<String> listener;
    private final Future<?> timer;
    private ChannelHandlerContext ctx;
    private boolean over;

    /** @param listener told once: what went wrong, or nothing */
    Probe(EventLoop executor, Duration patience, Consumer<String> listener) {
        this.listener = listener;
        this.timer = executor.schedule(
                () -> failed("no answer within " + patience.toMillis() + " ms"),
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        ctx = context;
        if (over) {
            context.close();
            return;
        }
        FullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.OPTIONS, "*");
        request.headers()
                .set(
                        HttpHeaderNames.HOST,
                        context.channel().remoteAddress().toString().replaceFirst(".*/", ""))
                .set(HttpHeaderNames.USER_AGENT, "asterism-dispatcher")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.writeAndFlush(request);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse response) {
            tell(response.decoderResult().isSuccess() ? "" : "a malformed answer");
        }
        ReferenceCountUtil.release(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        failed("the connection was closed");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        Failures.log(context.channel(), cause);
        failed(String.valueOf(cause.getMessage()));
    }

    void failed(String cause) {
        tell(cause);
    }

    private void tell(String failure) {
        if (!over) {
            over = true;
            timer.cancel(false);
            listener.accept(failure);
        }
        if (ctx != null) {
            ctx.close();
        }
    }
}
