package org.asterism.dispatcher.internal.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.asterism.dispatcher.MaintenanceNotice;
import org.asterism.dispatcher.internal.Authority;

/** The dispatcher's own answers: small, and they say what is wrong. */
final class ErrorResponse {

    /** When to come again if nothing better is known. */
    static final Duration SOON = Duration.ofSeconds(1);

    /** Says in milliseconds what {@code Retry-After} can only say in seconds. */
    private static final AsciiString RETRY_AFTER_MILLIS = AsciiString.cached("retry-after-ms");

    private static final String TEXT = "text/plain;charset=utf-8";
    private static final String HTML = "text/html;charset=utf-8";
    private static final String JSON = "application/json";
    private static final int MILLIS = 1000;
    private static final int HTTPS = 443;

    private ErrorResponse() {}

    /** @param reason without anything the client has sent */
    static FullHttpResponse of(HttpResponseStatus status, String reason, boolean json, boolean keepAlive) {
        return of(status, reason, json, keepAlive, SOON);
    }

    /** @param retryAfter when the client may come again after a 503 */
    static FullHttpResponse of(
            HttpResponseStatus status, String reason, boolean json, boolean keepAlive, Duration retryAfter) {
        String type = json ? JSON : TEXT;
        return response(status, json ? json(status, reason) : plain(status, reason), type, keepAlive, retryAfter);
    }

    /** The page of an application that is under maintenance. */
    static FullHttpResponse maintenance(MaintenanceNotice notice, boolean json, boolean keepAlive) {
        HttpResponseStatus status = HttpResponseStatus.SERVICE_UNAVAILABLE;
        String reason = notice.application() + " is under maintenance";
        String page = notice.page().isEmpty() ? reason + "\n" : notice.page();
        return json
                ? response(status, json(status, reason), JSON, keepAlive, notice.retryAfter())
                : response(status, page, notice.html() ? HTML : TEXT, keepAlive, notice.retryAfter());
    }

    private static FullHttpResponse response(
            HttpResponseStatus status, String text, String type, boolean keepAlive, Duration retryAfter) {
        ByteBuf body = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        HttpHeaders headers = response.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, type);
        headers.setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        headers.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        headers.set(HttpHeaderNames.CONNECTION, keepAlive ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
        if (status.equals(HttpResponseStatus.SERVICE_UNAVAILABLE)) {
            retryAfter(headers, retryAfter);
        }
        return response;
    }

    static void retryAfter(HttpHeaders headers, Duration after) {
        headers.set(HttpHeaderNames.RETRY_AFTER, (after.toMillis() + MILLIS - 1) / MILLIS);
        headers.set(RETRY_AFTER_MILLIS, after.toMillis());
    }

    /** Sends a client to the same place with TLS. */
    static FullHttpResponse redirect(HttpRequest request, int port) {
        String host = String.valueOf(request.headers().get(HttpHeaderNames.HOST));
        String path = request.uri().startsWith("/") ? request.uri() : Authority.without(request.uri());
        FullHttpResponse response =
                of(HttpResponseStatus.PERMANENT_REDIRECT, "this is served with TLS only", false, false);
        response.headers().set(HttpHeaderNames.LOCATION, "https://" + Authority.host(host) + suffix(port) + path);
        return response;
    }

    private static String suffix(int port) {
        return port == HTTPS ? "" : ":" + port;
    }

    private static String plain(HttpResponseStatus status, String reason) {
        return status.code() + " " + status.reasonPhrase() + ": " + reason + "\n";
    }

    private static String json(HttpResponseStatus status, String reason) {
        String escaped = reason.replace("\\", "\\\\").replace("\"", "\\\"");
        return "{\"status\":" + status.code() + ",\"error\":\"" + escaped + "\"}\n";
    }
}
