package org.asterism.dispatcher.internal.netty;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.asterism.dispatcher.internal.TlsSettings;

/** The port for TLS, which is opened as soon as there is a certificate. Safe for use by all threads. */
final class TlsListener implements AutoCloseable {

    private final TlsSettings settings;
    private final TlsCertificates certificates;
    private final Listener listener;
    private volatile Optional<TlsReload> reload = Optional.empty();

    TlsListener(FrontGate gate, TlsSettings settings, Function<Entrance, Listener> listen) {
        this.settings = settings;
        this.certificates =
                new TlsCertificates(settings, gate.settings().front().http2().enabled());
        this.listener = listen.apply(new Entrance(gate, Optional.of(certificates)));
    }

    void start() {
        reload = Optional.of(TlsReload.start(settings, certificates, listener::start));
    }

    CompletableFuture<InetSocketAddress> listening() {
        return listener.listening();
    }

    int port() {
        return listener.port();
    }

    @Override
    public void close() {
        reload.ifPresent(TlsReload::close);
        listener.close();
    }
}
