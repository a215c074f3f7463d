package org.asterism.dispatcher.internal.netty;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.Optional;
import org.asterism.dispatcher.internal.Authority;

/** Refuses requests that are malformed, too large, or that a target might understand otherwise than we do. */
final class RequestGuard {

    private static final int FIRST_VISIBLE = 0x21;
    private static final int LAST_VISIBLE = 0x7e;

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
        return result.cause() instanceof MalformedRequest malformed
                ? new Refusal(malformed.status(), malformed.getMessage())
                : bad(String.valueOf(result.cause().getMessage()));
    }

    private static Refusal line(HttpRequest request) {
        if (request.method().equals(HttpMethod.CONNECT) || request.method().equals(HttpMethod.TRACE)) {
            return new Refusal(HttpResponseStatus.METHOD_NOT_ALLOWED, "this method is not served");
        }
        return isTarget(request) ? null : bad("the request target is malformed");
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
        if (!isForHost(request)) {
            return bad("the request target is for another host than Host says");
        }
        if (!isFramed(request)) {
            return bad("the length of the body is not clear");
        }
        if (namesFraming(headers)) {
            return bad("Connection names a header that must not be dropped");
        }
        List<String> expected =
                headers.contains(HttpHeaderNames.EXPECT) ? headers.getAll(HttpHeaderNames.EXPECT) : List.of();
        return expected.stream().allMatch(HttpHeaderValues.CONTINUE::contentEqualsIgnoreCase)
                ? null
                : new Refusal(HttpResponseStatus.EXPECTATION_FAILED, "only 100-continue can be expected");
    }

    private static boolean isHost(HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        if (hosts.isEmpty()) {
            return request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        }
        return hosts.size() == 1 && Authority.isValid(hosts.get(0));
    }

    /** A target may name its host itself (RFC 9112, 3.2.2); whoever believes the one must not find another one in the other. */
    private static boolean isForHost(HttpRequest request) {
        if (request.uri().startsWith("/") || request.uri().equals("*")) {
            return true;
        }
        String authority = Authority.of(request.uri());
        String host = request.headers().get(HttpHeaderNames.HOST);
        return !authority.isEmpty()
                && Authority.isValid(authority)
                && (host == null || host.equalsIgnoreCase(authority));
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
