package org.asterism.dispatcher.internal.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.util.NetUtil;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;

/** Takes from a trusted proxy who the client is (PROXY protocol, versions 1 and 2), and then lets the connection in. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, and that is heard of
final class ProxyProtocol extends ChannelInboundHandlerAdapter {

    private static final long PATIENCE_SECONDS = 10;

    private final Entrance entrance;
    private Future<?> patience;

    ProxyProtocol(Entrance entrance) {
        this.entrance = entrance;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        patience = context.executor().schedule(() -> context.close(), PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        patience.cancel(false);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws UnknownHostException {
        if (!(message instanceof HAProxyMessage header)) {
            ReferenceCountUtil.release(message);
            return;
        }
        try {
            remember(context, header);
        } finally {
            header.release();
        }
        entrance.enter(context.pipeline());
        context.pipeline().remove(this);
    }

    /** A proxy that speaks for itself, as it does to check us, names nobody. */
    private static void remember(ChannelHandlerContext context, HAProxyMessage header) throws UnknownHostException {
        String address = header.sourceAddress();
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes != null) {
            context.channel()
                    .attr(FrontGate.CLIENT)
                    .set(new InetSocketAddress(InetAddress.getByAddress(bytes), header.sourcePort()));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        patience.cancel(false);
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        Failures.log(context.channel(), cause);
        context.close();
    }
}
