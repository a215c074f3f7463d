package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.asterism.dispatcher.internal.Nodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** HTTP/1.1 over TLS, and its certificates. */
@Timeout(120)
class TlsTest {

    @TempDir
    Path directory;

    private static String get(SSLSocket socket, String path) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: shop.test\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
        RawClient.Answer head = new RawClient.Answer(Backend.head(in), "");
        return new String(in.readNBytes(Integer.parseInt(head.header("content-length"))), StandardCharsets.ISO_8859_1);
    }

    private static X509Certificate shown(SSLSocket socket) throws IOException {
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }

    private static X509Certificate shownFor(TlsFront front, String name) throws Exception {
        try (SSLSocket socket = front.connect(name)) {
            return shown(socket);
        }
    }

    @Test
    void servesOldProtocolAndSaysSoToTheNode() throws Exception {
        try (Backend node = Backend.named("a/1");
                TlsFront front = new TlsFront(directory, node.up())) {
            HttpResponse<String> answer = TlsFront.client(HttpClient.Version.HTTP_1_1)
                    .send(front.request("/shop/").build(), BodyHandlers.ofString());
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(answer.body()).isEqualTo("a/1");
            assertThat(answer.headers().firstValue("set-cookie"))
                    .hasValue("ASTERISM_NODE=" + Nodes.cookie("a/1") + "; Path=/; HttpOnly; SameSite=Lax; Secure");
            assertThat(node.requests.get(0).headers("x-forwarded-proto")).containsExactly("https");
        }
    }

    @Test
    void theCertificateIsThatOfTheName() throws Exception {
        try (Backend node = Backend.named("a/1");
                TlsFront front = new TlsFront(directory, node.up())) {
            X509Certificate shop = front.keytool.certificate("shop");
            assertThat(shownFor(front, "shop.test")).isEqualTo(shop);
            assertThat(shownFor(front, "www.shop.test")).isEqualTo(shop);
            assertThat(shownFor(front, "other.test")).isEqualTo(front.keytool.certificate("other"));
            assertThat(shownFor(front, "unknown.test")).isEqualTo(shop);
        }
    }

    @Test
    void theProtocolIsWhatBothSpeak() throws Exception {
        try (Backend node = Backend.named("a/1");
                TlsFront front = new TlsFront(directory, node.up());
                SSLSocket both = front.connect("shop.test", "h2", "http/1.1");
                SSLSocket old = front.connect("shop.test", "http/1.1");
                SSLSocket silent = front.connect("shop.test")) {
            assertThat(both.getApplicationProtocol()).isEqualTo("h2");
            assertThat(old.getApplicationProtocol()).isEqualTo("http/1.1");
            assertThat(silent.getApplicationProtocol()).isEmpty();
            assertThat(get(silent, "/shop/")).isEqualTo("a/1");
        }
    }

    @Test
    void aReplacedCertificateIsForNewConnectionsAndOldOnesStay() throws Exception {
        try (Backend node = Backend.named("a/1");
                TlsFront front = new TlsFront(directory, node.up());
                SSLSocket before = front.connect("shop.test")) {
            X509Certificate old = front.keytool.certificate("shop");
            assertThat(get(before, "/shop/")).isEqualTo("a/1");
            front.keytool.selfSigned("next", "CN=next", "-ext", "SAN=dns:shop.test");
            X509Certificate next = front.keytool.certificate("next");
            front.keytool.use("next", "shop");
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(shownFor(front, "shop.test"))
                    .isEqualTo(next));
            assertThat(shown(before)).isEqualTo(old);
            assertThat(get(before, "/shop/")).isEqualTo("a/1");
        }
    }

    @Test
    void aBrokenStoreIsNotLoaded() throws Exception {
        try (Backend node = Backend.named("a/1");
                TlsFront front = new TlsFront(directory, node.up())) {
            X509Certificate old = front.keytool.certificate("shop");
            front.port();
            Files.writeString(directory.resolve("shop.p12"), "broken");
            front.keytool.selfSigned("next", "CN=next", "-ext", "SAN=dns:other.test");
            front.keytool.use("next", "other");
            await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                            shownFor(front, "shop.test"))
                    .isEqualTo(old));
        }
    }

    @Test
    void whatIsNoTlsIsClosedAndOthersGoOn() throws Exception {
        try (Backend node = Backend.named("a/1");
                TlsFront front = new TlsFront(directory, node.up());
                RawClient client = new RawClient(front.port())) {
            client.get("/shop/");
            assertThat(client.isClosedByPeer()).isTrue();
            assertThat(node.requests).isEmpty();
            assertThat(shownFor(front, "shop.test")).isNotNull();
        }
    }

    @Test
    void clientsWithoutTlsAreSentThereIfThatIsWished() throws Exception {
        try (Backend node = Backend.named("a/1");
                TlsFront front = new TlsFront(directory, settings -> settings, true, node.up())) {
            int port = front.port();
            RawClient.Answer answer = front.front()
                    .exchange("GET /shop/?a=b HTTP/1.1\r\nHost: shop.test:80\r\nConnection: close\r\n\r\n");
            assertThat(answer.status()).isEqualTo(308);
            assertThat(answer.header("location")).isEqualTo("https://shop.test:" + port + "/shop/?a=b");
            assertThat(node.requests).isEmpty();
        }
    }
}
