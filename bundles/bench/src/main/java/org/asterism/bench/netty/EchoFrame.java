package org.asterism.bench.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;

/** Length, number, payload. */
final class EchoFrame {

    static final int PAYLOAD = 64;

    private static final int MAX = 1024;
    private static final int LENGTH = Integer.BYTES;

    private EchoFrame() {}

    /** Takes whole frames out of what comes in; they keep their length. */
    static LengthFieldBasedFrameDecoder decoder() {
        return new LengthFieldBasedFrameDecoder(MAX, 0, LENGTH);
    }

    static ByteBuf of(Channel channel, long number, byte[] payload) {
        return channel.alloc()
                .directBuffer(LENGTH + Long.BYTES + payload.length)
                .writeInt(Long.BYTES + payload.length)
                .writeLong(number)
                .writeBytes(payload);
    }

    static long number(ByteBuf frame) {
        return frame.getLong(frame.readerIndex() + LENGTH);
    }

    static byte[] payload(ByteBuf frame) {
        byte[] payload = new byte[frame.readableBytes() - LENGTH - Long.BYTES];
        frame.getBytes(frame.readerIndex() + LENGTH + Long.BYTES, payload);
        return payload;
    }
}
