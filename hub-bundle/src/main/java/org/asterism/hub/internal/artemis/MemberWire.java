package org.asterism.hub.internal.artemis;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.apache.activemq.artemis.api.core.ActiveMQRemoteDisconnectException;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.asterism.hub.internal.traffic.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection without the broker's queues: frames go as packets straight to the member. Together with
 * {@link FramePackets} and {@link PacketTap} the only place that knows Artemis's packets.
 */
final class MemberWire implements Wire {

    private static final Logger LOG = LoggerFactory.getLogger(MemberWire.class);

    private final RemotingConnection connection;
    private final Channel channel;
    private volatile FramePackets packets;
    private volatile String user = "";

    /** @param writable called on the network thread when the connection takes more again */
    MemberWire(RemotingConnection connection, Runnable writable) {
        this.connection = connection;
        this.channel = ((NettyConnection) connection.getTransportConnection()).getNettyChannel();
        channel.pipeline().addFirst("asterism-writability", new Writability(writable));
    }

    /** Who the connection has proved to be; empty before. */
    String user() {
        return user;
    }

    /** The broker has accepted the credentials. One connection is one user. */
    void authenticated(String name) {
        if (user.isEmpty()) {
            user = name;
        } else if (!user.equals(name)) {
            close("it is '" + user + "' and cannot be '" + name + "' as well");
        }
    }

    /** The member speaks on this channel, and hears the hub there. */
    void heardOn(long session) {
        if (packets == null) {
            packets = FramePackets.of(session);
        }
    }

    @Override
    public boolean isWritable() {
        return packets != null && channel.isWritable();
    }

    @Override
    public void write(byte[] bytes, int length) {
        var unused = channel.writeAndFlush(packets.packet(channel.alloc(), bytes, length), channel.voidPromise());
    }

    @Override
    public void execute(Runnable task) {
        if (!channel.eventLoop().isShuttingDown()) {
            channel.eventLoop().execute(task);
        }
    }

    @Override
    public void close(String cause) {
        LOG.info("Closing the connection of '{}' from {}: {}", user, address(), cause);
        connection.fail(new ActiveMQRemoteDisconnectException(cause));
    }

    @Override
    public String address() {
        return connection.getRemoteAddress();
    }

    private static final class Writability extends ChannelInboundHandlerAdapter {
        private final Runnable writable;

        Writability(Runnable writable) {
            this.writable = writable;
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
            if (context.channel().isWritable()) {
                writable.run();
            }
            super.channelWritabilityChanged(context);
        }
    }
}
