package org.asterism.dispatcher.internal.netty;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.asterism.dispatcher.internal.FrontSettings;
import org.asterism.dispatcher.internal.TestSettings;
import org.asterism.dispatcher.internal.TlsSettings;
import org.asterism.dispatcher.internal.TrustedProxies;
import org.asterism.dispatcher.internal.tls.Keytool;
import org.asterism.servernode.NodeStatus;

/** A dispatcher with TLS, its stores {@code shop} and {@code other} in a directory (made if they are not there), and clients that trust everybody. */
final class TlsFront implements AutoCloseable {

    private final Front front;
    final Keytool keytool;

    TlsFront(Path directory, UnaryOperator<TestSettings> change, boolean redirect, NodeStatus... nodes)
            throws Exception {
        keytool = new Keytool(directory);
        if (!Files.exists(keytool.store("other").file())) {
            keytool.selfSigned("shop", "CN=shop", "-ext", "SAN=dns:shop.test,dns:*.shop.test");
            keytool.selfSigned("other", "CN=other", "-ext", "SAN=dns:other.test");
        }
        TlsSettings tls = new TlsSettings(
                0,
                List.of(keytool.store("shop"), keytool.store("other")),
                List.of("TLSv1.3", "TLSv1.2"),
                List.of(),
                redirect);
        FrontSettings settings = new FrontSettings(
                TrustedProxies.nobody(),
                TestSettings.FRONT.style(),
                false,
                Optional.of(tls),
                TestSettings.FRONT.http2());
        front = Front.of(change.apply(new TestSettings().front(settings)), nodes);
    }

    TlsFront(Path directory, NodeStatus... nodes) throws Exception {
        this(directory, settings -> settings, false, nodes);
    }

    Front front() {
        return front;
    }

    int port() throws Exception {
        return front.tlsPort();
    }

    HttpRequest.Builder request(String path) throws Exception {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(30));
    }

    static HttpClient client(HttpClient.Version version) throws GeneralSecurityException {
        return HttpClient.newBuilder()
                .sslContext(trusting())
                .version(version)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** A connection after its handshake. */
    SSLSocket connect(String serverName, String... protocols) throws Exception {
        SSLSocket socket =
                (SSLSocket) trusting().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout(20_000);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(serverName)));
        parameters.setApplicationProtocols(protocols);
        socket.setSSLParameters(parameters);
        try {
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    static SSLContext trusting() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Everybody()}, null);
        return context;
    }

    /** It is the tests that look at the certificates. */
    private static final class Everybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @Override
    public void close() {
        front.close();
    }
}
