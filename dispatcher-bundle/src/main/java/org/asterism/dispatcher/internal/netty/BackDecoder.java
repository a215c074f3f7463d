package org.asterism.dispatcher.internal.netty;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import org.asterism.dispatcher.internal.Limits;

/** Reads answers; the answer to HEAD has no body, whatever its headers say. */
final class BackDecoder extends HttpResponseDecoder {

    private boolean toHead;

    BackDecoder(Limits limits) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(limits.lineBytes())
                .setMaxHeaderSize(limits.headBytes())
                .setMaxChunkSize(FrontDecoder.MAX_PIECE));
    }

    void answersHead(boolean head) {
        toHead = head;
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
