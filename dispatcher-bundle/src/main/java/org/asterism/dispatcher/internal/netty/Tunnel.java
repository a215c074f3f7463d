package org.asterism.dispatcher.internal.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** One end of a connection that no longer speaks HTTP: passes bytes to the other end, no faster than that takes them. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, and that is heard of
final class Tunnel extends ChannelInboundHandlerAdapter {

    private final Channel other;
    private final Runnable activity;

    Tunnel(Channel other, Runnable activity) {
        this.other = other;
        this.activity = activity;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        activity.run();
        other.write(message, other.voidPromise());
        ctx.channel().config().setAutoRead(other.isWritable());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        other.flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        other.config().setAutoRead(ctx.channel().isWritable());
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        other.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        Failures.log(ctx.channel(), cause);
        ctx.close();
    }
}
