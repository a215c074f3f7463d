package org.asterism.dispatcher.internal.netty;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a request of HTTP/2 one of HTTP/1.1 (RFC 9113, 8.3.1). What is malformed, or could be understood otherwise in HTTP/1.1, is
 * marked as a failure, as a decoder would.
 */
final class StreamRequest {

    /** They speak of a connection, of which a stream knows nothing (RFC 9113, 8.2.2). */
    private static final Set<String> OF_CONNECTIONS =
            Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade", "http2-settings");

    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final Http2Headers from;
    private final HttpHeaders headers =
            DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();

    private StreamRequest(Http2Headers from) {
        this.from = from;
    }

    /** @param end whether it has no body */
    static HttpRequest of(Http2Headers from, boolean end) {
        try {
            return new StreamRequest(from).request(end);
        } catch (IllegalArgumentException e) {
            HttpRequest failed = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
            failed.setDecoderResult(DecoderResult.failure(e));
            return failed;
        }
    }

    /** @throws IllegalArgumentException if it is malformed */
    private HttpRequest request(boolean end) {
        String method = required(from.method(), ":method");
        String path = required(from.path(), ":path");
        String scheme = required(from.scheme(), ":scheme");
        require(scheme.equals("https") || scheme.equals("http"), "the scheme is neither https nor http");
        require(path.startsWith("/") || path.equals("*"), "the path does not begin with a slash");
        copyHeaders();
        setHost();
        frame(HttpMethod.valueOf(method), end);
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(method), path, headers);
    }

    private static String required(CharSequence value, String name) {
        require(value != null && value.length() > 0, name + " is missing");
        return value.toString();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private void copyHeaders() {
        for (Map.Entry<CharSequence, CharSequence> header : from) {
            String name = header.getKey().toString();
            if (!name.startsWith(":")) {
                require(HeadScan.isName(name), "the name of a header is malformed");
                require(HeadScan.isValue(header.getValue()), "the value of a header is malformed");
                require(!OF_CONNECTIONS.contains(name), "a header is about the connection");
                headers.add(header.getKey(), header.getValue());
            }
        }
        joinCookies();
    }

    /** They may come in pieces, which compress better (RFC 9113, 8.2.3). */
    private void joinCookies() {
        List<String> cookies = headers.getAll(HttpHeaderNames.COOKIE);
        if (cookies.size() > 1) {
            headers.set(HttpHeaderNames.COOKIE, String.join("; ", cookies));
        }
    }

    private void setHost() {
        List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
        String host = hosts.isEmpty() ? null : hosts.get(0);
        CharSequence authority = from.authority();
        require(hosts.size() <= 1, "there are several hosts");
        require(authority == null || host == null || host.contentEquals(authority), "the host is not the authority");
        if (authority != null) {
            headers.set(HttpHeaderNames.HOST, authority);
        }
    }

    private void frame(HttpMethod method, boolean end) {
        boolean hasLength = headers.contains(HttpHeaderNames.CONTENT_LENGTH);
        if (hasLength) {
            requireLength(headers.getAll(HttpHeaderNames.CONTENT_LENGTH), end);
        } else if (!end) {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        } else if (WITH_BODY.contains(method)) {
            headers.set(HttpHeaderNames.CONTENT_LENGTH, HttpHeaderValues.ZERO);
        }
    }

    private static void requireLength(List<String> lengths, boolean end) {
        String length = lengths.get(0);
        require(lengths.size() == 1 && HeadScan.isLength(length), "the length of the body is not clear");
        require(!end || length.chars().allMatch(c -> c == '0'), "the body is not there");
    }
}
