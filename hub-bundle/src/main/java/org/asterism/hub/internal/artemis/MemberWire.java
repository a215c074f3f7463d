package org.asterism.hub.internal.artemis;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.apache.activemq.artemis.api.core.ActiveMQRemoteDisconnectException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveMessage;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.asterism.hub.internal.traffic.Wire;
import org.asterism.protocol.Addresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection without the broker's queues: frames go as messages straight into the channel of the member's consumer.
 * Together with {@link PacketTap} the only place that knows Artemis's packets.
 */
final class MemberWire implements Wire {

    private static final Logger LOG = LoggerFactory.getLogger(MemberWire.class);
    private static final int OVERHEAD = 256;

    private final RemotingConnection connection;
    private final Channel channel;
    private volatile Consumer consumer;
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

    /** Where the member hears the hub. */
    void consumer(org.apache.activemq.artemis.core.protocol.core.Channel session, long id) {
        consumer = new Consumer(session, id);
    }

    @Override
    public boolean isWritable() {
        return consumer != null && channel.isWritable();
    }

    @Override
    public void write(byte[] frame) {
        CoreMessage message = new CoreMessage(0, frame.length + OVERHEAD);
        message.setType(Message.BYTES_TYPE);
        message.setDurable(false);
        message.setAddress(Addresses.INBOXES);
        message.getBodyBuffer().writeBytes(frame);
        consumer.session().sendAndFlush(new SessionReceiveMessage(consumer.id(), message, 1));
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

    private record Consumer(org.apache.activemq.artemis.core.protocol.core.Channel session, long id) {}

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
