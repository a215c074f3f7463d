package org.asterism.client.internal.tls;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.asterism.client.TlsSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Greets a hub once more, to find out why an encrypted connection to it failed: who connects for real is only told that it did.
 * Sends nothing. Waits about a second.
 */
public final class HandshakeProbe {

    private static final Logger LOG = LoggerFactory.getLogger(HandshakeProbe.class);
    private static final int PATIENCE_MILLIS = 700;

    private HandshakeProbe() {}

    /** What is wrong and what to do about it; empty if nothing is found, or the link is not encrypted. */
    public static Optional<String> problem(URI hub, TlsSettings tls) {
        if (!TlsSettings.isEncrypted(hub)) {
            return Optional.empty();
        }
        SSLContext context;
        try {
            context = Stores.context(tls);
        } catch (StoreException e) {
            LOG.debug("A store cannot be used", e);
            return Optional.of(String.valueOf(e.getMessage()));
        }
        return greet(hub, tls, context);
    }

    private static Optional<String> greet(URI hub, TlsSettings tls, SSLContext context) {
        try (Socket plain = new Socket()) {
            plain.setSoTimeout(PATIENCE_MILLIS);
            plain.connect(new InetSocketAddress(hub.getHost(), hub.getPort()), PATIENCE_MILLIS);
            try (SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, hub.getHost(), hub.getPort(), true)) {
                return greet(hub, tls, socket);
            }
        } catch (ConnectException | SocketTimeoutException silence) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.debug("The hub at {} could not be greeted", hub, e);
            return Optional.empty();
        }
    }

    private static Optional<String> greet(URI hub, TlsSettings tls, SSLSocket socket) throws IOException {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // compares the name, as the link does
        socket.setSSLParameters(parameters);
        boolean withheld = false;
        try {
            socket.startHandshake();
            withheld = socket.getSession().getLocalCertificates() == null;
            int unused = socket.getInputStream().read(); // with TLS 1.3 a refusal comes after the handshake
            return Optional.empty();
        } catch (SSLException e) {
            LOG.debug("The handshake with {} failed", hub, e);
            return Optional.of(Diagnosis.of(e, hub, tls, withheld));
        }
    }
}
