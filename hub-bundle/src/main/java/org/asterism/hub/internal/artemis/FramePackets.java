package org.asterism.hub.internal.artemis;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveMessage;
import org.asterism.protocol.Addresses;

/**
 * Packets that bring a frame to a member. Artemis itself would copy the body three times; here a packet that Artemis has
 * written, with a body of one byte, is the mould, and the frame is put where that byte was.
 */
final class FramePackets {

    /** There is none: the member takes the packet before it would look for one. */
    private static final int CONSUMER = 0;

    private static final int BODY = PacketImpl.PACKET_HEADERS_SIZE + CoreMessage.BODY_OFFSET;

    /** A client has few sessions on a connection, which it numbers in the same way on all: each needs one mould. */
    private static final int MAX_KNOWN = 16;

    private static final Map<Long, FramePackets> KNOWN = new ConcurrentHashMap<>();

    private final byte[] mould;
    private final int emptyLength;
    private final int emptyEnd;

    /** @param channel of the session */
    static FramePackets of(long channel) {
        if (KNOWN.size() >= MAX_KNOWN) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(channel, FramePackets::new);
    }

    private FramePackets(long channel) {
        SessionReceiveMessage packet = new SessionReceiveMessage(CONSUMER, message(), 1);
        packet.setChannelID(channel);
        ActiveMQBuffer encoded = packet.encode(null);
        mould = new byte[encoded.readableBytes()];
        encoded.readBytes(mould);
        emptyLength = encoded.getInt(0) - 1;
        emptyEnd = encoded.getInt(PacketImpl.PACKET_HEADERS_SIZE) - 1;
    }

    /** The packet; whoever sends it releases it. */
    ByteBuf packet(ByteBufAllocator allocator, byte[] frame, int length) {
        ByteBuf packet = allocator.directBuffer(mould.length + length);
        packet.writeBytes(mould, 0, BODY);
        packet.writeBytes(frame, 0, length);
        packet.writeBytes(mould, BODY + 1, mould.length - BODY - 1);
        packet.setInt(0, emptyLength + length);
        packet.setInt(PacketImpl.PACKET_HEADERS_SIZE, emptyEnd + length);
        return packet;
    }

    private static CoreMessage message() {
        CoreMessage message = new CoreMessage(0, 0);
        message.setType(Message.BYTES_TYPE);
        message.setDurable(false);
        message.setAddress(Addresses.FRAMES);
        message.getBodyBuffer().writeByte((byte) 0);
        return message;
    }
}
