package org.asterism.dispatcher.internal.netty;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** Makes the head of an answer of HTTP/1.1 one of HTTP/2 (RFC 9113, 8.3.2). */
final class StreamAnswer {

    private static final Set<AsciiString> OF_CONNECTIONS = Set.of(
            AsciiString.cached("connection"),
            AsciiString.cached("keep-alive"),
            AsciiString.cached("proxy-connection"),
            AsciiString.cached("transfer-encoding"),
            AsciiString.cached("upgrade"));

    private StreamAnswer() {}

    static Http2Headers of(HttpResponse response) {
        Http2Headers headers = of(response.headers());
        headers.status(response.status().codeAsText());
        return headers;
    }

    /** Of headers, or of trailers. */
    static Http2Headers of(HttpHeaders from) {
        Http2Headers headers = new DefaultHttp2Headers(false, from.size() + 1);
        Iterator<Map.Entry<CharSequence, CharSequence>> all = from.iteratorCharSequence();
        while (all.hasNext()) {
            Map.Entry<CharSequence, CharSequence> header = all.next();
            AsciiString name = AsciiString.of(header.getKey()).toLowerCase();
            if (!OF_CONNECTIONS.contains(name)) {
                headers.add(name, header.getValue());
            }
        }
        return headers;
    }
}
