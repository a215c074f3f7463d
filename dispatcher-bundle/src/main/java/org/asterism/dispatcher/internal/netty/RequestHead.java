package org.asterism.dispatcher.internal.netty;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Locale;
import org.asterism.dispatcher.internal.KeyResolver;
import org.asterism.dispatcher.internal.RequestPath;
import org.asterism.dispatcher.internal.RetryPolicy;

/**
 * A request without its body, and what must be known of it once its headers are those for the target.
 *
 * @param upgrade whether it asks for another protocol that may be tunnelled
 * @param expects whether its body comes only once the client is told to continue
 */
record RequestHead(
        HttpRequest request,
        String path,
        String key,
        boolean isHead,
        boolean isHttp10,
        boolean keepAlive,
        boolean idempotent,
        boolean upgrade,
        boolean wantsJson,
        boolean expects) {

    static RequestHead of(HttpRequest request) {
        HttpHeaders headers = request.headers();
        String accept = headers.get(HttpHeaderNames.ACCEPT);
        boolean http10 = request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        return new RequestHead(
                request,
                RequestPath.of(request.uri()),
                KeyResolver.resolve(headers.getAll(HttpHeaderNames.COOKIE)),
                request.method().equals(HttpMethod.HEAD),
                http10,
                HttpUtil.isKeepAlive(request),
                RetryPolicy.isIdempotent(request.method().name()),
                !http10 && isUpgrade(request),
                accept != null && accept.contains("json"),
                !http10 && headers.contains(HttpHeaderNames.EXPECT));
    }

    /** Not to HTTP/2, which would carry requests that nobody here looks at. */
    private static boolean isUpgrade(HttpRequest request) {
        String protocol = request.headers().get(HttpHeaderNames.UPGRADE);
        return protocol != null
                && !protocol.toLowerCase(Locale.ROOT).contains("h2c")
                && request.method().equals(HttpMethod.GET)
                && !hasBody(request)
                && request.headers().containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true);
    }

    private static boolean hasBody(HttpRequest request) {
        String length = request.headers().get(HttpHeaderNames.CONTENT_LENGTH);
        return (length != null && !length.equals("0")) || request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
    }
}
