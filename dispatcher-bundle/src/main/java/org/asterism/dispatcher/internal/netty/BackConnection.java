package org.asterism.dispatcher.internal.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;

/** A connection to a target: serves one attempt, or rests in the pool and watches for its end. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, and that is heard of
final class BackConnection extends ChannelInboundHandlerAdapter {

    private final InetSocketAddress address;
    private final BackPool pool;
    private ChannelHandlerContext ctx;
    private BackDecoder decoder;
    private Attempt attempt;
    private boolean retiring;
    private boolean broken;
    private long restingSince;

    BackConnection(InetSocketAddress address, BackPool pool) {
        this.address = address;
        this.pool = pool;
    }

    InetSocketAddress address() {
        return address;
    }

    long restingSince() {
        return restingSince;
    }

    boolean isActive() {
        return ctx.channel().isActive() && !broken;
    }

    boolean isWritable() {
        return ctx.channel().isWritable();
    }

    Channel channel() {
        return ctx.channel();
    }

    /** Serves this attempt from now on. */
    void serve(Attempt next, boolean head, boolean bytes) {
        attempt = next;
        decoder.answers(head, bytes);
    }

    void write(Object message) {
        ctx.write(message, ctx.voidPromise());
    }

    void writeAndFlush(Object message, ChannelPromise promise) {
        ctx.writeAndFlush(message, promise);
    }

    void flush() {
        ctx.flush();
    }

    void reading(boolean reading) {
        ctx.channel().config().setAutoRead(reading);
    }

    /** The answer is complete. It goes to the pool as soon as it is clear that nothing follows. */
    void retire() {
        attempt = null;
        retiring = true;
        reading(true);
    }

    /** Unused; goes to the pool. */
    void rest() {
        attempt = null;
        restingSince = System.nanoTime();
        if (isActive()) {
            pool.add(this);
        }
    }

    /** Ends; the attempt it serves is told. */
    void fail() {
        ctx.close();
    }

    /** Ends what it did; nobody is told. */
    void close() {
        attempt = null;
        retiring = false;
        ctx.close();
    }

    /** Becomes one end of a tunnel. */
    void unwrap(Tunnel tunnel) {
        ctx.pipeline().addBefore(ctx.name(), null, tunnel);
        ctx.pipeline().remove(HttpRequestEncoder.class);
        ctx.pipeline().remove(BackDecoder.class);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        ctx = context;
        decoder = context.pipeline().get(BackDecoder.class);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (attempt == null || broken) {
            ReferenceCountUtil.release(message instanceof PlainAnswer answer ? answer.bytes() : message);
            close();
        } else if (message instanceof PlainAnswer answer) {
            attempt.plain(answer);
        } else if (message instanceof HttpResponse response) {
            attempt.response(response);
        } else {
            attempt.content((HttpContent) message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (retiring) {
            retiring = false;
            rest();
        } else if (attempt != null) {
            attempt.readComplete();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (attempt != null) {
            attempt.writabilityChanged();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        pool.remove(this);
        if (attempt != null) {
            attempt.closed();
        }
    }

    /** After an error an end of the stream is not the end of an answer. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        broken = true;
        Failures.log(context.channel(), cause);
        if (attempt != null) {
            attempt.broke(cause);
        }
        context.close();
    }
}
