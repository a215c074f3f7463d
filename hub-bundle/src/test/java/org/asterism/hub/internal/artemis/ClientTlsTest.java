package org.asterism.hub.internal.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.asterism.cluster.MemberId;
import org.asterism.connect.AsterismClient;
import org.asterism.connect.AsterismClientBuilder;
import org.asterism.hub.internal.TlsSettings.ClientAuth;
import org.asterism.hub.internal.tls.Keytool;
import org.asterism.messaging.HubUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plain Java programs on an encrypted link. */
@Timeout(90)
class ClientTlsTest {

    private static final String SECRET = "0123456789abcdef";
    private static final MemberId TOOL = new MemberId("client/tool");

    @TempDir
    static Path directory;

    private static Keytool keytool;

    private int port;
    private ArtemisHub hub;

    @BeforeAll
    static void makeStores() throws Exception {
        keytool = new Keytool(directory);
        keytool.selfSigned("hub", "CN=hub", "-ext", "san=ip:127.0.0.1");
        keytool.selfSigned("tool", "CN=tool", "-ext", "san=uri:urn:asterism:member:client/tool");
        keytool.trust("members", "tool");
        keytool.trust("hubs", "hub");
    }

    @BeforeEach
    void findPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void joinsByTheSecret() throws Exception {
        hub = TlsHub.start(port, SECRET, keytool, ClientAuth.NONE);
        try (AsterismClient client = builder("hubs").secret(SECRET).connect()) {
            assertThat(client.cluster().view().member(TOOL)).isPresent();
        }
    }

    @Test
    void joinsByACertificateWithoutTheSecret() throws Exception {
        hub = TlsHub.start(port, "", keytool, ClientAuth.NEED);
        AsterismClientBuilder builder = builder("hubs").keyStore(directory.resolve("tool.p12"), keytool.passwordFile());
        try (AsterismClient client = builder.connect()) {
            assertThat(client.cluster().view().member(TOOL)).isPresent();
        }
    }

    @Test
    void talksToNobodyWhomItDoesNotTrust() throws Exception {
        hub = TlsHub.start(port, SECRET, keytool, ClientAuth.NONE);
        assertThatThrownBy(() -> builder("members")
                        .secret(SECRET)
                        .connectTimeout(Duration.ofSeconds(2))
                        .connect())
                .isInstanceOf(HubUnavailableException.class);
    }

    @Test
    void usesFilesThatAreReplacedWhenItConnectsAgain() throws Exception {
        keytool.use("hubs", "trusted");
        hub = TlsHub.start(port, SECRET, keytool, ClientAuth.NONE);
        try (AsterismClient client = builder("trusted").secret(SECRET).connect()) {
            keytool.use("members", "trusted");
            hub.close();
            hub = TlsHub.start(port, SECRET, keytool, ClientAuth.NONE);
            await().during(Duration.ofSeconds(1))
                    .until(() -> hub.member().view().member(TOOL).isEmpty());
            keytool.use("hubs", "trusted");
            await().until(() -> hub.member().view().member(TOOL).isPresent());
            assertThat(client.cluster().self()).isEqualTo(TOOL);
        }
    }

    private AsterismClientBuilder builder(String trust) {
        return AsterismClient.builder()
                .hubs(List.of("ssl://127.0.0.1:" + port))
                .id(TOOL.value())
                .trustStore(directory.resolve(trust + ".p12"), keytool.passwordFile());
    }
}
