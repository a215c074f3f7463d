package org.asterism.hub.internal.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.asterism.client.internal.LinkConfiguration;
import org.asterism.client.internal.LinkState;
import org.asterism.client.internal.artemis.ArtemisLink;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.hub.internal.TlsSettings.ClientAuth;
import org.asterism.hub.internal.tls.Keytool;
import org.asterism.protocol.member.MessagingLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Members and a hub on an encrypted link. */
@Timeout(90)
class TlsLinkTest {

    private static final String SECRET = "0123456789abcdef";

    @TempDir
    static Path directory;

    private static Keytool keytool;

    private final List<ArtemisLink> links = new ArrayList<>();
    private final int port = freePort();
    private ArtemisHub hub;

    @BeforeAll
    static void makeStores() throws Exception {
        keytool = new Keytool(directory);
        keytool.selfSigned("first", "CN=hub", "-ext", "san=ip:127.0.0.1");
        keytool.selfSigned("next", "CN=hub", "-ext", "san=ip:127.0.0.1");
        keytool.selfSigned("other", "CN=hub", "-ext", "san=dns:elsewhere");
        keytool.selfSigned("a", "CN=a", "-ext", "san=uri:urn:asterism:member:a/1");
        keytool.selfSigned("stranger", "CN=d");
        keytool.selfSigned("impostor", "CN=a"); // named like one that the hub trusts
        keytool.trust("members", "a");
        keytool.trust("hubs", "first", "other");
        keytool.trust("next-hubs", "next");
    }

    @AfterEach
    void close() {
        links.forEach(ArtemisLink::close);
        hub.close();
    }

    @Test
    void aMemberJoinsByTheSecret() throws Exception {
        start("first", ClientAuth.NONE, SECRET);
        awaitUp(link("a", SECRET, "hubs", ""));
        awaitRefused(
                link("b", "another secret, as long", "hubs", ""), "the hub refuses this member: wrong cluster secret");
        awaitRefused(link("a/1", "", "hubs", "a"), "this hub asks for no certificate");
    }

    @Test
    void aMemberJoinsByACertificateThatNamesIt() throws Exception {
        start("first", ClientAuth.NEED, "");
        awaitUp(link("a", "", "hubs", "a"));
        awaitUp(link("a/1", "", "hubs", "a"));
        awaitRefused(link("b", "", "hubs", "a"), "its certificate names [a, a/1] and not 'b'");
        awaitRefused(link("c", SECRET, "hubs", ""), "the hub wants a certificate");
        awaitRefused(link("d", "", "hubs", "stranger"), "the hub does not trust the certificate in tls.keystore.file");
        awaitRefused(link("a", "", "hubs", "impostor"), "the hub does not trust the certificate in tls.keystore.file");
    }

    @Test
    void aMemberMayChooseIfACertificateIsWanted() throws Exception {
        start("first", ClientAuth.WANT, SECRET);
        awaitUp(link("a", "", "hubs", "a"));
        awaitUp(link("b", SECRET, "hubs", ""));
        awaitRefused(link("c", "", "hubs", "a"), "its certificate names [a, a/1] and not 'c'");
        awaitRefused(link("d", "", "hubs", "stranger"), "it showed no certificate that this hub trusts");
    }

    @Test
    void aMemberDoesNotTalkToAHubThatIsNotTheOne() throws Exception {
        start("other", ClientAuth.NONE, SECRET);
        ArtemisLink strict = link("a", SECRET, "hubs", "");
        ArtemisLink mistrusting = link("b", SECRET, "next-hubs", "");
        awaitRefused(strict, "the certificate of the hub is not for '127.0.0.1'");
        awaitRefused(mistrusting, "the certificate of the hub is not trusted");
    }

    @Test
    void aReplacedCertificateIsUsedForNewConnectionsAndDoesNotCutOldOnes() throws Exception {
        start("first", ClientAuth.NONE, SECRET);
        ArtemisLink old = link("a", SECRET, "hubs", "");
        awaitUp(old);
        String incarnation =
                hub.member().view().member(new MemberId("a")).orElseThrow().incarnation();
        keytool.use("next", "hub");

        awaitUp(link("b", SECRET, "next-hubs", ""));
        assertThat(old.state()).isEqualTo(LinkState.UP);
        assertThat(hub.member().view().member(new MemberId("a")).orElseThrow().incarnation())
                .isEqualTo(incarnation);
    }

    private void start(String store, ClientAuth clientAuth, String secret) throws Exception {
        keytool.use(store, "hub");
        hub = TlsHub.start(port, secret, keytool, clientAuth);
    }

    private ArtemisLink link(String id, String secret, String trust, String keys) {
        String password = keytool.passwordFile().toString();
        ArtemisLink link = ArtemisLink.open(new LinkConfiguration(
                TlsHub.member(id, MemberKind.CLIENT),
                List.of(URI.create("ssl://127.0.0.1:" + port)),
                secret,
                Duration.ofSeconds(3),
                Duration.ofSeconds(3),
                Duration.ofMillis(50),
                Duration.ofMillis(200),
                MessagingLimits.DEFAULT,
                org.asterism.client.TlsSettings.of(
                        directory.resolve(trust + ".p12").toString(),
                        password,
                        keys.isEmpty() ? "" : directory.resolve(keys + ".p12").toString(),
                        keys.isEmpty() ? "" : password)));
        links.add(link);
        return link;
    }

    private static void awaitUp(ArtemisLink link) {
        await().atMost(Duration.ofSeconds(20)).until(() -> link.state() == LinkState.UP);
    }

    private static void awaitRefused(ArtemisLink link, String reason) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(link.state()).isEqualTo(LinkState.REFUSED);
            assertThat(link.cause()).contains(reason);
        });
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
