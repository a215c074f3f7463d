package org.asterism.dispatcher.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import org.asterism.dispatcher.internal.Limits;

/**
 * Reads answers; the answer to HEAD has no body, whatever its headers say. A plain answer that comes in one piece is passed on as
 * it is.
 */
final class BackDecoder extends HttpResponseDecoder {

    private final AnswerScan scan;
    private boolean toHead;
    private boolean whole;

    BackDecoder(Limits limits, AnswerScan scan) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(limits.lineBytes())
                .setMaxHeaderSize(limits.headBytes())
                .setMaxChunkSize(FrontDecoder.MAX_PIECE));
        this.scan = scan;
    }

    /**
     * What comes next answers a new request.
     *
     * @param head whether it is one for the head alone
     * @param bytes whether an answer may be passed on as it is
     */
    void answers(boolean head, boolean bytes) {
        toHead = head;
        whole = bytes && !head;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        PlainAnswer plain = whole && message instanceof ByteBuf bytes ? scan.of(bytes) : null;
        whole = false;
        if (plain == null) {
            super.channelRead(context, message);
        } else {
            context.fireChannelRead(plain);
        }
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        return (toHead && message instanceof HttpResponse) || super.isContentAlwaysEmpty(message);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
    }
}
