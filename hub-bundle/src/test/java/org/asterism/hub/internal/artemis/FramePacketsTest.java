package org.asterism.hub.internal.artemis;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.Arrays;
import java.util.Random;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.core.buffers.impl.ChannelBufferWrapper;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveMessage;
import org.junit.jupiter.api.Test;

/** Shows when another version of Artemis writes its packets in another way. */
class FramePacketsTest {

    @Test
    void artemisReadsThePacketAsAMessageWithTheFrameAsItsBody() {
        long seed = Long.getLong("asterism.seed", System.nanoTime());
        Random random = new Random(seed);
        FramePackets packets = FramePackets.of(11);
        for (int length : new int[] {0, 1, 2, 100, 200_000}) {
            byte[] frame = new byte[length + 10];
            random.nextBytes(frame);
            ByteBuf packet = packets.packet(UnpooledByteBufAllocator.DEFAULT, frame, length);
            assertThat(packet.readInt()).isEqualTo(packet.readableBytes());
            SessionReceiveMessage read = read(packet);
            assertThat(read.getChannelID()).isEqualTo(11);
            assertThat(read.getMessage().getAddress()).isEqualTo("hub.frames");
            assertThat(read.getMessage().isDurable()).isFalse();
            assertThat(body(read)).as("asterism.seed=%s", seed).isEqualTo(Arrays.copyOf(frame, length));
        }
    }

    private static SessionReceiveMessage read(ByteBuf packet) {
        ByteBuf exact = packet.readerIndex(0).copy();
        exact.skipBytes(Integer.BYTES + Byte.BYTES); // the decoder of the channel has read length and type
        SessionReceiveMessage read = new SessionReceiveMessage(new CoreMessage());
        read.decode(new ChannelBufferWrapper(exact));
        return read;
    }

    private static byte[] body(SessionReceiveMessage read) {
        ActiveMQBuffer body = read.getMessage().getReadOnlyBodyBuffer();
        byte[] bytes = new byte[body.readableBytes()];
        body.readBytes(bytes);
        return bytes;
    }
}
