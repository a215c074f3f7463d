package org.asterism.bench.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import java.nio.charset.StandardCharsets;

/** Length, what is wanted, number, and the key or in an answer the token. */
final class LockFrame {

    /** Answered as soon as the lock is granted. */
    static final byte ACQUIRE = 1;

    /** Not answered. */
    static final byte RELEASE = 2;

    /** Answered as soon as it is released. */
    static final byte RELEASE_ANSWERED = 3;

    private static final int MAX = 1024;
    private static final int LENGTH = Integer.BYTES;
    private static final int HEAD = 1 + Long.BYTES;

    private LockFrame() {}

    /** Takes whole frames out of what comes in; they keep their length. */
    static LengthFieldBasedFrameDecoder decoder() {
        return new LengthFieldBasedFrameDecoder(MAX, 0, LENGTH);
    }

    static ByteBuf request(Channel channel, byte wanted, long number, byte[] key) {
        return channel.alloc()
                .directBuffer(LENGTH + HEAD + key.length)
                .writeInt(HEAD + key.length)
                .writeByte(wanted)
                .writeLong(number)
                .writeBytes(key);
    }

    static ByteBuf answer(Channel channel, long number, long token) {
        return channel.alloc()
                .directBuffer(LENGTH + HEAD + Long.BYTES)
                .writeInt(HEAD + Long.BYTES)
                .writeByte(0)
                .writeLong(number)
                .writeLong(token);
    }

    static byte wanted(ByteBuf frame) {
        return frame.getByte(frame.readerIndex() + LENGTH);
    }

    static long number(ByteBuf frame) {
        return frame.getLong(frame.readerIndex() + LENGTH + 1);
    }

    static String key(ByteBuf frame) {
        int begin = LENGTH + HEAD;
        return frame.toString(frame.readerIndex() + begin, frame.readableBytes() - begin, StandardCharsets.UTF_8);
    }

    static long token(ByteBuf frame) {
        return frame.getLong(frame.readerIndex() + LENGTH + HEAD);
    }
}
