package org.asterism.dispatcher.internal.netty;

import io.netty.handler.codec.http2.Http2SecurityUtil;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.netty.util.Mapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.asterism.dispatcher.internal.TlsSettings;
import org.asterism.dispatcher.internal.tls.Certificate;
import org.asterism.dispatcher.internal.tls.KeyStoreFile;
import org.asterism.dispatcher.internal.tls.ServerNames;

/** The certificates in use, chosen by the name that a client asks for. Safe for use by all threads. */
final class TlsCertificates implements Mapping<String, SslContext> {

    private final TlsSettings settings;
    private final boolean http2;
    private volatile ServerNames<SslContext> current;

    TlsCertificates(TlsSettings settings, boolean http2) {
        this.settings = settings;
        this.http2 = http2;
    }

    /**
     * Reads the stores; new connections use what is there now. Nothing changes if that fails.
     *
     * @return what is used now, for people
     * @throws IllegalArgumentException if one cannot be used; the message says what to do
     */
    String load(Instant now) {
        List<Certificate> certificates = new ArrayList<>();
        settings.stores().forEach(store -> certificates.addAll(KeyStoreFile.read(store, now)));
        current = contexts(certificates);
        return certificates.stream().map(Certificate::toString).collect(Collectors.joining(", "));
    }

    /** Whether there is any. */
    boolean isLoaded() {
        return current != null;
    }

    @Override
    public SslContext map(String serverName) {
        return current.of(serverName);
    }

    private ServerNames<SslContext> contexts(List<Certificate> certificates) {
        Map<String, SslContext> byName = new LinkedHashMap<>();
        SslContext first = null;
        for (Certificate certificate : certificates) {
            SslContext context = context(certificate);
            first = first == null ? context : first;
            certificate.names().forEach(name -> byName.putIfAbsent(name, context));
        }
        return new ServerNames<>(byName, first);
    }

    private SslContext context(Certificate certificate) {
        try {
            SslContextBuilder builder = SslContextBuilder.forServer(certificate.key(), certificate.chain())
                    .sslProvider(SslProvider.JDK)
                    .protocols(settings.protocols())
                    .applicationProtocolConfig(alpn());
            if (!settings.ciphers().isEmpty()) {
                builder.ciphers(settings.ciphers());
            } else if (http2) {
                builder.ciphers(Http2SecurityUtil.CIPHERS, SupportedCipherSuiteFilter.INSTANCE);
            }
            return builder.build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "tls.keystore.file has a certificate that cannot be used (" + e.getMessage()
                            + "): make another for " + certificate,
                    e);
        }
    }

    private ApplicationProtocolConfig alpn() {
        List<String> protocols = http2
                ? List.of(ApplicationProtocolNames.HTTP_2, ApplicationProtocolNames.HTTP_1_1)
                : List.of(ApplicationProtocolNames.HTTP_1_1);
        return new ApplicationProtocolConfig(
                Protocol.ALPN, SelectorFailureBehavior.NO_ADVERTISE, SelectedListenerFailureBehavior.ACCEPT, protocols);
    }
}
