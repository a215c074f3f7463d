package org.asterism.dispatcher.internal.netty;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;
import org.asterism.dispatcher.internal.Limits;

/** Reads requests. A request with two lengths is malformed (RFC 9112, 6.3: a sign of request smuggling). */
final class FrontDecoder extends HttpRequestDecoder {

    static final int MAX_PIECE = 1 << 16;

    FrontDecoder(Limits limits) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(limits.lineBytes())
                .setMaxHeaderSize(limits.headBytes())
                .setMaxChunkSize(MAX_PIECE));
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
    }
}
