package org.asterism.client.internal.artemis;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQRemoteDisconnectException;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveMessage;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.asterism.client.internal.Pipe;
import org.asterism.protocol.Addresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frames on the network thread of an Artemis connection, past its sender's and its consumer's queues. The only place in a
 * member that knows Artemis's packets.
 */
final class PacketPipe implements Pipe, Interceptor {

    private static final Logger LOG = LoggerFactory.getLogger(PacketPipe.class);
    private static final FrameReader NOBODY = (bytes, begin, end) -> {};

    private static final int LOGIN_CHANNEL = 1;
    private static final long RELEASE_MILLIS = 20;

    private final RemotingConnection connection;
    private final ClientSession session;
    private final Runnable heard;
    private final ClientProducer producer;
    private final Channel channel;
    private volatile FrameReader reader = NOBODY;

    /** @param heard called on the network thread whenever the hub gives a sign of life */
    PacketPipe(RemotingConnection connection, ClientSession session, Runnable heard) throws ActiveMQException {
        this.connection = connection;
        this.session = session;
        this.heard = heard;
        this.producer = session.createProducer(Addresses.FRAMES);
        this.channel = channel(connection);
    }

    /**
     * Lets whoever waits for an answer on this connection know at once that it was closed: Artemis does not hear of it if it
     * happens before it has set up everything.
     *
     * @param made whether nobody waits for the session any more
     */
    static void failWhenClosed(RemotingConnection connection, BooleanSupplier made) {
        var unused = channel(connection).closeFuture().addListener(closed -> {
            fail(connection);
            release((CoreRemotingConnection) connection, made);
        });
    }

    /** On a thread of Artemis: it may wait for who waits for an answer. */
    private static void fail(RemotingConnection connection) {
        var unused = connection.asyncFail(new ActiveMQRemoteDisconnectException("closed"));
    }

    /**
     * A session that is asked for on a connection that has just failed is asked for on a channel made anew, of which Artemis
     * knows nobody to close it.
     */
    private static void release(CoreRemotingConnection connection, BooleanSupplier made) {
        EventLoop loop = channel(connection).eventLoop();
        if (made.getAsBoolean() || loop.isShuttingDown()) {
            return;
        }
        if (connection.isDestroyed()) {
            connection.getChannel(LOGIN_CHANNEL, -1).close();
        }
        var unused = loop.schedule(() -> release(connection, made), RELEASE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Channel channel(RemotingConnection connection) {
        return ((NettyConnection) connection.getTransportConnection()).getNettyChannel();
    }

    /**
     * Begins to read and to write.
     *
     * @param newReader takes what comes in, on the network thread
     * @param writable called there when the connection takes more again
     */
    void open(FrameReader newReader, Runnable writable) {
        reader = newReader;
        channel.pipeline().addFirst("asterism-writability", new Writability(writable));
    }

    /** What still comes in is not read. */
    void close() {
        reader = NOBODY;
    }

    @Override
    public boolean intercept(Packet packet, RemotingConnection from) {
        if (!from.equals(connection)) {
            return true;
        }
        heard.run();
        if (!(packet instanceof SessionReceiveMessage received)) {
            return true;
        }
        ByteBuf buffer = ((CoreMessage) received.getMessage()).getBuffer();
        int begin = buffer.arrayOffset() + CoreMessage.BODY_OFFSET;
        reader.read(buffer.array(), begin, begin + received.getMessage().getBodyBufferSize());
        return false;
    }

    @Override
    public boolean isWritable() {
        return channel.isWritable();
    }

    @Override
    public void write(byte[] bytes, int length) {
        ClientMessage message = session.createMessage(Message.BYTES_TYPE, false);
        message.getBodyBuffer().writeBytes(bytes, 0, length);
        try {
            producer.send(message);
        } catch (ActiveMQException e) {
            LOG.debug("A frame was not sent: the connection is about to be closed", e);
        }
    }

    @Override
    public void execute(Runnable task) {
        if (!channel.eventLoop().isShuttingDown()) {
            channel.eventLoop().execute(task);
        }
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
