package org.asterism.hub.internal.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.asterism.hub.internal.TlsSettings;
import org.asterism.hub.internal.TlsSettings.ClientAuth;
import org.asterism.hub.internal.tls.Keytool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Artemis makes of the parameters: real acceptors, and plain TLS clients of the JDK. */
@Timeout(60)
class TlsParametersTest {

    private static final char[] PASSWORD = "changeit-now".toCharArray();

    @TempDir
    static Path directory;

    private static Keytool keytool;

    private ActiveMQServer server;
    private TlsReload reload;
    private int port;

    @BeforeAll
    static void makeStores() throws Exception {
        keytool = new Keytool(directory);
        keytool.selfSigned("first", "CN=hub", "-ext", "san=ip:127.0.0.1");
        keytool.selfSigned("next", "CN=hub", "-ext", "san=ip:127.0.0.1");
        keytool.selfSigned("a", "CN=a");
        keytool.trust("members", "a");
        keytool.trust("hubs", "first", "next");
    }

    @BeforeEach
    void useTheFirst() throws IOException {
        keytool.use("first", "hub");
    }

    @AfterEach
    void stop() throws Exception {
        reload.close();
        server.stop();
    }

    @Test
    void aClientSeesTheCertificateOfTheHub() throws Exception {
        start(ClientAuth.NONE);
        assertThat(seen(Optional.empty())).isEqualTo(keytool.certificate("first"));
    }

    @Test
    void aClientWithoutCertificateIsRefusedIfOneIsNeeded() throws Exception {
        start(ClientAuth.NEED);
        assertThat(seen(Optional.of("a"))).isEqualTo(keytool.certificate("first"));
        assertThatThrownBy(() -> seen(Optional.empty())).isInstanceOf(IOException.class);
    }

    @Test
    void aClientWithoutCertificateIsLetInIfOneIsWanted() throws Exception {
        start(ClientAuth.WANT);
        assertThat(seen(Optional.of("a"))).isEqualTo(keytool.certificate("first"));
        assertThat(seen(Optional.empty())).isEqualTo(keytool.certificate("first"));
    }

    @Test
    void newConnectionsSeeACertificateThatWasReplaced() throws Exception {
        start(ClientAuth.NONE);
        keytool.use("next", "hub");

        await().ignoreExceptions().until(() -> seen(Optional.empty()).equals(keytool.certificate("next")));
    }

    @Test
    void aBrokenFileChangesNothing() throws Exception {
        start(ClientAuth.NONE);
        Files.writeString(directory.resolve("hub.p12"), "half a file");
        await().until(() -> reload.problem().contains("hub.p12' is no PKCS #12 file"));

        assertThat(seen(Optional.empty())).isEqualTo(keytool.certificate("first"));
        keytool.use("next", "hub");
        await().ignoreExceptions().until(() -> seen(Optional.empty()).equals(keytool.certificate("next")));
    }

    private void start(ClientAuth clientAuth) throws Exception {
        TlsSettings tls = new TlsSettings(
                keytool.store("tls.keystore.file", "hub"),
                Optional.of(keytool.store("tls.truststore.file", "members")),
                clientAuth);
        port = freePort();
        Map<String, Object> parameters = new HashMap<>(TlsParameters.of(tls));
        parameters.put(TransportConstants.HOST_PROP_NAME, "127.0.0.1");
        parameters.put(TransportConstants.PORT_PROP_NAME, port);
        server = ActiveMQServers.newActiveMQServer(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setAcceptorConfigurations(Set.of(
                        new TransportConfiguration(NettyAcceptorFactory.class.getName(), parameters, "members"))));
        server.start();
        reload = TlsReload.start(
                tls, () -> server.getRemotingService().getAcceptor("members").reload());
    }

    /** The certificate that the hub shows to a client that has a certificate or none. */
    private X509Certificate seen(Optional<String> client) throws IOException, GeneralSecurityException {
        try (SSLSocket socket = (SSLSocket) context(client).getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setSoTimeout(1000);
            socket.startHandshake();
            socket.getOutputStream().write("ARTEMIS".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            try {
                socket.getInputStream().read(); // a refusal comes after the handshake
            } catch (java.net.SocketTimeoutException letIn) {
                assertThat(socket.isConnected()).isTrue();
            }
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private SSLContext context(Optional<String> client) throws IOException, GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(KeyStore.getInstance(directory.resolve("hubs.p12").toFile(), PASSWORD));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        if (client.isPresent()) {
            keys.init(
                    KeyStore.getInstance(
                            directory.resolve(client.get() + ".p12").toFile(), PASSWORD),
                    PASSWORD);
        } else {
            keys.init(null, null);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
