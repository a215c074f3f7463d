package org.asterism.dispatcher.internal.netty;

import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;

/** The headers of a request as their lines come (RFC 9112, 5), and how its body is framed (RFC 9112, 6). */
final class RequestHeaders {

    static final long CHUNKED = -1;

    private final HttpHeaders headers =
            DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
    private final int most;
    private final boolean framing;
    private int bytes;
    private long length;
    private boolean hasLength;
    private boolean chunked;

    private RequestHeaders(int most, boolean framing) {
        this.most = most;
        this.framing = framing;
    }

    /** @param most bytes of all lines together */
    static RequestHeaders ofHead(int most) {
        return new RequestHeaders(most, true);
    }

    /** They say nothing of the body that they follow. */
    static RequestHeaders ofTrailers(int most) {
        return new RequestHeaders(most, false);
    }

    HttpHeaders headers() {
        return headers;
    }

    /** How much more there may be. */
    int rest() {
        return most - bytes;
    }

    static MalformedRequest tooLarge() {
        return new MalformedRequest(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "the headers are too large");
    }

    /** @throws MalformedRequest if it is none */
    void add(byte[] line, int size) {
        bytes += size;
        if (bytes > most) {
            throw tooLarge();
        }
        int colon = HeadScan.endOfName(line, 0, size);
        require(colon > 0 && colon < size && line[colon] == ':', "a header line is malformed");
        int from = HeadScan.skipBlanks(line, colon + 1, size);
        int to = HeadScan.dropBlanks(line, from, size);
        require(HeadScan.isValue(line, from, to), "the value of a header has a control character");
        AsciiString name = new AsciiString(line, 0, colon, true);
        String value = new String(line, from, to - from, StandardCharsets.ISO_8859_1);
        if (framing) {
            frame(name, value);
        }
        headers.add(name, value);
    }

    private void frame(AsciiString name, String value) {
        if (HttpHeaderNames.CONTENT_LENGTH.contentEqualsIgnoreCase(name)) {
            require(!hasLength && HeadScan.isLength(value), "the length of the body is not clear");
            hasLength = true;
            length = Long.parseLong(value);
        } else if (HttpHeaderNames.TRANSFER_ENCODING.contentEqualsIgnoreCase(name)) {
            require(
                    !chunked && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(value),
                    "only the transfer coding chunked is understood, once");
            chunked = true;
        }
    }

    /** The length of the body; {@link #CHUNKED} if only its end tells. */
    long framing(HttpVersion version) {
        require(!(chunked && hasLength), "there are both Content-Length and Transfer-Encoding");
        require(!chunked || version.equals(HttpVersion.HTTP_1_1), "HTTP/1.0 knows no Transfer-Encoding");
        return chunked ? CHUNKED : length;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new MalformedRequest(otherwise);
        }
    }
}
