package org.asterism.dispatcher.internal.netty;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.util.List;
import org.asterism.dispatcher.internal.Authority;
import org.asterism.dispatcher.internal.ForwardedStyle;

/** Drops what is between two neighbours only (RFC 9110, 7.6.1) and tells targets who the client is. Nothing else changes. */
final class ProxyHeaders {

    private static final AsciiString KEEP_ALIVE = AsciiString.cached("keep-alive");
    private static final AsciiString PROXY_CONNECTION = AsciiString.cached("proxy-connection");
    private static final AsciiString HTTP2_SETTINGS = AsciiString.cached("http2-settings");
    private static final AsciiString FORWARDED = AsciiString.cached("forwarded");
    private static final AsciiString FORWARDED_FOR = AsciiString.cached("x-forwarded-for");
    private static final AsciiString FORWARDED_HOST = AsciiString.cached("x-forwarded-host");
    private static final AsciiString FORWARDED_PROTO = AsciiString.cached("x-forwarded-proto");

    private static final AsciiString FORWARDED_PORT = AsciiString.cached("x-forwarded-port");
    private static final AsciiString FORWARDED_SERVER = AsciiString.cached("x-forwarded-server");

    private final boolean old;
    private final boolean standard;

    ProxyHeaders(ForwardedStyle style) {
        this.old = style.isOld();
        this.standard = style.isStandard();
    }

    void toTarget(RequestHead head, Peer peer) {
        HttpRequest request = head.request();
        HttpHeaders headers = request.headers();
        String protocol = headers.get(HttpHeaderNames.UPGRADE);
        boolean trailers = takesTrailers(headers);
        dropHopByHop(headers);
        headers.remove(HttpHeaderNames.TE).remove(HTTP2_SETTINGS).remove(HttpHeaderNames.PROXY_AUTHORIZATION);
        if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        if (trailers) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderNames.TE);
            headers.set(HttpHeaderNames.TE, HttpHeaderValues.TRAILERS);
        }
        if (head.upgrade()) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE);
            headers.set(HttpHeaderNames.UPGRADE, protocol);
        }
        if (head.isHttp10()) {
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
            headers.remove(HttpHeaderNames.EXPECT);
        }
        setHost(request, peer);
        if (!peer.trusted()) {
            forget(headers);
        }
        if (old) {
            forwardedOld(headers, peer);
        }
        if (standard) {
            forwarded(headers, peer);
        }
    }

    private static boolean takesTrailers(HttpHeaders headers) {
        return headers.contains(HttpHeaderNames.TE)
                && headers.containsValue(HttpHeaderNames.TE, HttpHeaderValues.TRAILERS, true);
    }

    /** There is exactly one, and the target does not name another. */
    private static void setHost(HttpRequest request, Peer peer) {
        HttpHeaders headers = request.headers();
        boolean named = !request.uri().startsWith("/") && !request.uri().equals("*");
        if (!headers.contains(HttpHeaderNames.HOST)) {
            headers.set(HttpHeaderNames.HOST, named ? Authority.of(request.uri()) : peer.self());
        }
        if (named) {
            request.setUri(Authority.without(request.uri()));
        }
    }

    private static void forget(HttpHeaders headers) {
        headers.remove(FORWARDED)
                .remove(FORWARDED_FOR)
                .remove(FORWARDED_HOST)
                .remove(FORWARDED_PROTO)
                .remove(FORWARDED_PORT)
                .remove(FORWARDED_SERVER);
    }

    private static void forwardedOld(HttpHeaders headers, Peer peer) {
        headers.set(FORWARDED_FOR, continued(headers, FORWARDED_FOR, peer.address()));
        if (!headers.contains(FORWARDED_HOST)) {
            headers.set(FORWARDED_HOST, headers.get(HttpHeaderNames.HOST));
        }
        if (!headers.contains(FORWARDED_PROTO)) {
            headers.set(FORWARDED_PROTO, peer.scheme());
        }
    }

    /** RFC 7239. A host is quoted: it may have a port, and it has no quotes itself. */
    private static void forwarded(HttpHeaders headers, Peer peer) {
        String host = headers.get(HttpHeaderNames.HOST).replace("\"", "");
        String hop = "for=" + peer.forwardedFor() + ";host=\"" + host + "\";proto=" + peer.scheme();
        headers.set(FORWARDED, continued(headers, FORWARDED, hop));
    }

    private static String continued(HttpHeaders headers, AsciiString name, String last) {
        List<String> before = headers.getAll(name);
        return before.isEmpty() ? last : String.join(", ", before) + ", " + last;
    }

    /**
     * Makes an answer one for the client.
     *
     * @param keepAlive whether the connection to the client shall stay open
     * @return whether it can
     */
    static boolean toClient(HttpResponse response, RequestHead head, boolean keepAlive) {
        HttpHeaders headers = response.headers();
        dropHopByHop(headers);
        response.setProtocolVersion(HttpVersion.HTTP_1_1);
        boolean delimited = delimit(response, head);
        boolean stays = keepAlive && delimited;
        if (!stays) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (head.isHttp10()) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
        return stays;
    }

    /** Whether the client will see the end of the body without the end of the connection. */
    private static boolean delimit(HttpResponse response, RequestHead head) {
        int code = response.status().code();
        boolean empty = head.isHead() || code == 204 || code == 304;
        boolean chunked = HttpUtil.isTransferEncodingChunked(response);
        if (empty || (!chunked && HttpUtil.isContentLengthSet(response))) {
            return true;
        }
        HttpUtil.setTransferEncodingChunked(response, !head.isHttp10());
        return !head.isHttp10();
    }

    private static void dropHopByHop(HttpHeaders headers) {
        if (headers.contains(HttpHeaderNames.CONNECTION)) {
            for (String value : headers.getAll(HttpHeaderNames.CONNECTION)) {
                dropNamed(headers, value);
            }
            headers.remove(HttpHeaderNames.CONNECTION);
        }
        headers.remove(KEEP_ALIVE).remove(PROXY_CONNECTION).remove(HttpHeaderNames.UPGRADE);
    }

    private static void dropNamed(HttpHeaders headers, String names) {
        for (String name : names.split(",", -1)) {
            String trimmed = name.trim();
            if (!trimmed.isEmpty()
                    && !HttpHeaderNames.CONTENT_LENGTH.contentEqualsIgnoreCase(trimmed)
                    && !HttpHeaderNames.TRANSFER_ENCODING.contentEqualsIgnoreCase(trimmed)) {
                headers.remove(trimmed);
            }
        }
    }
}
