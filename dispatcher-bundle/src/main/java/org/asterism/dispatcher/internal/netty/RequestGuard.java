package org.asterism.dispatcher.internal.netty;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.List;
import java.util.Optional;

/** Refuses requests that are malformed, too large, or that a target might understand otherwise than we do. */
final class RequestGuard {

    private static final int FIRST_VISIBLE = 0x21;
    private static final int LAST_VISIBLE = 0x7e;
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private final int maxHeaders;

    RequestGuard(int maxHeaders) {
        this.maxHeaders = maxHeaders;
    }

    /** Why a request is refused. */
    record Refusal(HttpResponseStatus status, String reason) {}

    Optional<Refusal> check(HttpRequest request) {
        Refusal refusal = unreadable(request.decoderResult());
        refusal = refusal != null ? refusal : line(request);
        refusal = refusal != null ? refusal : headers(request);
        return Optional.ofNullable(refusal);
    }

    private static Refusal unreadable(DecoderResult result) {
        if (result.isSuccess()) {
            return null;
        }
        if (result.cause() instanceof TooLongHttpLineException) {
            return new Refusal(HttpResponseStatus.REQUEST_URI_TOO_LONG, "the request line is too long");
        }
        if (result.cause() instanceof TooLongHttpHeaderException) {
            return tooLarge("the headers are too large");
        }
        return bad("the request is malformed");
    }

    private static Refusal line(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            return new Refusal(
                    HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED, "only HTTP/1.1 and HTTP/1.0 are spoken here");
        }
        if (request.method().equals(HttpMethod.CONNECT) || request.method().equals(HttpMethod.TRACE)) {
            return new Refusal(HttpResponseStatus.METHOD_NOT_ALLOWED, "this method is not served");
        }
        if (!isToken(request.method().name())) {
            return bad("the method is malformed");
        }
        return isTarget(request) ? null : bad("the request target is malformed");
    }

    private static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c <= LAST_VISIBLE && Character.isLetterOrDigit(c)) && TOKEN_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTarget(HttpRequest request) {
        String uri = request.uri();
        return isVisible(uri, "#")
                && (uri.startsWith("/")
                        || uri.startsWith("http://")
                        || uri.startsWith("https://")
                        || (uri.equals("*") && request.method().equals(HttpMethod.OPTIONS)));
    }

    private static boolean isVisible(String text, String exceptions) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FIRST_VISIBLE || c > LAST_VISIBLE || exceptions.indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    private Refusal headers(HttpRequest request) {
        HttpHeaders headers = request.headers();
        if (headers.size() > maxHeaders) {
            return tooLarge("there are more than " + maxHeaders + " headers");
        }
        if (!isHost(request)) {
            return bad("there must be one valid Host");
        }
        if (!isFramed(request)) {
            return bad("the length of the body is not clear");
        }
        if (namesFraming(headers)) {
            return bad("Connection names a header that must not be dropped");
        }
        String expect = headers.get(HttpHeaderNames.EXPECT);
        return expect == null || HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expect)
                ? null
                : new Refusal(HttpResponseStatus.EXPECTATION_FAILED, "only 100-continue can be expected");
    }

    private static boolean isHost(HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        if (hosts.isEmpty()) {
            return request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        }
        return hosts.size() == 1 && isVisible(hosts.get(0), ",/\\@?#");
    }

    /** Only {@code chunked} alone, only in HTTP/1.1, and no ancient WebSocket keys, which imply a body without a length. */
    private static boolean isFramed(HttpRequest request) {
        HttpHeaders headers = request.headers();
        List<String> encodings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        boolean chunked = encodings.size() == 1
                && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(
                        encodings.get(0).trim());
        boolean plain = encodings.isEmpty();
        return (plain || (chunked && request.protocolVersion().equals(HttpVersion.HTTP_1_1)))
                && (plain || !headers.contains(HttpHeaderNames.CONTENT_LENGTH))
                && !headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY1)
                && !headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY2);
    }

    private static boolean namesFraming(HttpHeaders headers) {
        return headers.contains(HttpHeaderNames.CONNECTION)
                && (headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderNames.CONTENT_LENGTH, true)
                        || headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderNames.TRANSFER_ENCODING, true)
                        || headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderNames.COOKIE, true)
                        || headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderNames.HOST, true));
    }

    private static Refusal bad(String reason) {
        return new Refusal(HttpResponseStatus.BAD_REQUEST, reason);
    }

    private static Refusal tooLarge(String reason) {
        return new Refusal(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, reason);
    }
}
