package org.asterism.dispatcher.internal;

import java.util.Optional;

/**
 * How clients are spoken to.
 *
 * @param trusted proxies whose {@code Forwarded} and {@code X-Forwarded-*} are kept and continued rather than replaced
 * @param style how nodes are told who the client is
 * @param proxyProtocol whether connections of trusted proxies begin with the PROXY protocol
 * @param tls empty if clients are served without TLS only
 */
public record FrontSettings(
        TrustedProxies trusted,
        ForwardedStyle style,
        boolean proxyProtocol,
        Optional<TlsSettings> tls,
        Http2Settings http2) {

    public FrontSettings {
        if (proxyProtocol && trusted.isEmpty()) {
            throw new IllegalArgumentException(
                    "proxy.protocol is set, but forwarded.trusted names nobody who may use it: add the proxies' addresses");
        }
    }
}
