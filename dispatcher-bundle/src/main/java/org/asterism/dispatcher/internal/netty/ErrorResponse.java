package org.asterism.dispatcher.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/** The dispatcher's own answers: small, and they say what is wrong. */
final class ErrorResponse {

    private static final int RETRY_AFTER_SECONDS = 1;

    private ErrorResponse() {}

    /** @param reason without anything the client has sent */
    static FullHttpResponse of(HttpResponseStatus status, String reason, boolean json, boolean keepAlive) {
        ByteBuf body =
                Unpooled.copiedBuffer(json ? json(status, reason) : plain(status, reason), StandardCharsets.UTF_8);
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        HttpHeaders headers = response.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, json ? "application/json" : "text/plain;charset=utf-8");
        headers.setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        headers.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        headers.set(HttpHeaderNames.CONNECTION, keepAlive ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
        if (status.equals(HttpResponseStatus.SERVICE_UNAVAILABLE)) {
            headers.setInt(HttpHeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response;
    }

    private static String plain(HttpResponseStatus status, String reason) {
        return status.code() + " " + status.reasonPhrase() + ": " + reason + "\n";
    }

    private static String json(HttpResponseStatus status, String reason) {
        String escaped = reason.replace("\\", "\\\\").replace("\"", "\\\"");
        return "{\"status\":" + status.code() + ",\"error\":\"" + escaped + "\"}\n";
    }
}
