package org.asterism.dispatcher.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;

/**
 * A whole answer of the usual kind, as it came: nothing in its head is for the dispatcher, and its body is all there. Its bytes
 * are passed on; whoever has it releases it.
 *
 * @param bytes the answer and nothing else
 * @param status its code
 * @param headSize up to the body
 */
record PlainAnswer(ByteBuf bytes, int status, int headSize) {

    private static final int CRLF = 2;

    /** With these lines, each with its line end, at the end of the head. Takes the place of this. */
    ByteBuf with(String lines, ChannelHandlerContext context) {
        if (lines.isEmpty()) {
            return bytes;
        }
        int begin = bytes.readerIndex();
        ByteBuf longer = context.alloc().directBuffer(bytes.readableBytes() + lines.length());
        longer.writeBytes(bytes, begin, headSize - CRLF);
        longer.writeCharSequence(lines, StandardCharsets.ISO_8859_1);
        longer.writeBytes(bytes, begin + headSize - CRLF, bytes.readableBytes() - headSize + CRLF);
        ReferenceCountUtil.release(bytes);
        return longer;
    }
}
