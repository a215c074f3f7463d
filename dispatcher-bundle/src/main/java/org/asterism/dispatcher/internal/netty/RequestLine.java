package org.asterism.dispatcher.internal.netty;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/** The first line of a request: exactly one space between its parts (RFC 9112, 3). What the target may be is checked later. */
record RequestLine(HttpMethod method, String target, HttpVersion version) {

    private static final byte[] PROTOCOL = HeadScan.ascii("HTTP/");
    private static final int VERSION_LENGTH = 8;
    private static final int FIRST_VISIBLE = 0x21;
    private static final int LAST_VISIBLE = 0x7e;

    /** @throws MalformedRequest if it is none, or of a version that is not spoken here */
    static RequestLine of(byte[] line, int size) {
        int first = space(line, 0, size);
        int second = space(line, first + 1, size);
        require(first > 0 && HeadScan.isName(line, 0, first), "the method is malformed");
        require(second > first + 1, "the request line does not have three parts");
        require(isVisible(line, first + 1, second), "the request target is malformed");
        return new RequestLine(
                method(line, first),
                new String(line, first + 1, second - first - 1, StandardCharsets.ISO_8859_1),
                version(line, second + 1, size));
    }

    private static int space(byte[] line, int from, int size) {
        for (int i = from; i < size; i++) {
            if (line[i] == ' ') {
                return i;
            }
        }
        throw new MalformedRequest("the request line does not have three parts");
    }

    private static boolean isVisible(byte[] line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (line[i] < FIRST_VISIBLE || line[i] > LAST_VISIBLE || line[i] == '#') {
                return false;
            }
        }
        return true;
    }

    private static HttpMethod method(byte[] line, int size) {
        if (size == 3 && line[0] == 'G' && line[1] == 'E' && line[2] == 'T') {
            return HttpMethod.GET;
        }
        return HttpMethod.valueOf(new String(line, 0, size, StandardCharsets.ISO_8859_1));
    }

    private static HttpVersion version(byte[] line, int from, int size) {
        require(size - from == VERSION_LENGTH, "the version is malformed");
        for (int i = 0; i < PROTOCOL.length; i++) {
            require(line[from + i] == PROTOCOL[i], "the version is malformed");
        }
        byte major = line[from + PROTOCOL.length];
        byte minor = line[size - 1];
        require(isDigit(major) && line[size - 2] == '.' && isDigit(minor), "the version is malformed");
        if (major != '1' || minor > '1') {
            throw new MalformedRequest(
                    HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED, "only HTTP/1.1 and HTTP/1.0 are spoken here");
        }
        return minor == '1' ? HttpVersion.HTTP_1_1 : HttpVersion.HTTP_1_0;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new MalformedRequest(otherwise);
        }
    }
}
