package org.asterism.dispatcher.internal.netty;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Locale;
import java.util.Set;

/**
 * What may follow a body: nothing that says how a message is framed, where it goes, who sends it or how it is to be handled
 * (RFC 9110, 6.5.1). The rest is dropped.
 */
final class Trailers {

    private static final Set<String> FORBIDDEN = Set.of(
            "authorization",
            "cache-control",
            "connection",
            "content-encoding",
            "content-length",
            "content-range",
            "content-type",
            "cookie",
            "expect",
            "forwarded",
            "host",
            "keep-alive",
            "max-forwards",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "range",
            "set-cookie",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "www-authenticate",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto");

    private Trailers() {}

    /** Leaves what may follow. */
    static void clean(LastHttpContent last) {
        HttpHeaders trailers = last.trailingHeaders();
        if (!trailers.isEmpty()) {
            trailers.names().stream().filter(Trailers::isForbidden).forEach(trailers::remove);
        }
    }

    /** Adds one that may follow, if it is well-formed. */
    static void add(HttpHeaders trailers, CharSequence name, CharSequence value) {
        if (HeadScan.isName(name) && HeadScan.isValue(value) && !isForbidden(name.toString())) {
            trailers.add(name, value);
        }
    }

    private static boolean isForbidden(String name) {
        return FORBIDDEN.contains(name.toLowerCase(Locale.ROOT));
    }
}
