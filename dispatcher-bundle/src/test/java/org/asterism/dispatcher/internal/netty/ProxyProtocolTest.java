package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.asterism.dispatcher.internal.FrontSettings;
import org.asterism.dispatcher.internal.TestSettings;
import org.asterism.dispatcher.internal.TrustedProxies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProxyProtocolTest {

    private static final byte[] SIGNATURE = {0x0d, 0x0a, 0x0d, 0x0a, 0x00, 0x0d, 0x0a, 0x51, 0x55, 0x49, 0x54, 0x0a};
    private static final String GET = "GET /shop/ HTTP/1.1\r\nHost: t\r\n\r\n";

    private Backend node;
    private Front front;

    private void start(String trusted) throws Exception {
        node = Backend.named("a/1");
        FrontSettings settings = new FrontSettings(
                TrustedProxies.of(List.of(trusted)),
                TestSettings.FRONT.style(),
                true,
                Optional.empty(),
                TestSettings.FRONT.http2());
        front = Front.of(new TestSettings().front(settings), node.up());
    }

    @AfterEach
    void stop() throws Exception {
        front.close();
        node.close();
    }

    private List<String> client() {
        return node.requests.get(0).headers("x-forwarded-for");
    }

    @Test
    void theFirstVersionNamesTheClient() throws Exception {
        start("127.0.0.0/8");
        try (RawClient client = front.connect()) {
            client.send("PROXY TCP4 203.0.113.7 192.0.2.1 4711 443\r\n" + GET);
            assertThat(client.answer().body()).isEqualTo("a/1");
            assertThat(client()).containsExactly("203.0.113.7");
            assertThat(client.get("/shop/").answer().body()).isEqualTo("a/1");
        }
    }

    @Test
    void theSecondVersionNamesTheClient() throws Exception {
        start("127.0.0.0/8");
        byte[] address = {
            0x21, 0x11, 0x00, 0x0c, (byte) 203, 0, 113, 9, (byte) 192, 0, 2, 1, 0x12, 0x34, 0x01, (byte) 0xbb
        };
        try (RawClient client = front.connect()) {
            client.send(new String(SIGNATURE, StandardCharsets.ISO_8859_1)
                    + new String(address, StandardCharsets.ISO_8859_1)
                    + GET);
            assertThat(client.answer().body()).isEqualTo("a/1");
            assertThat(client()).containsExactly("203.0.113.9");
        }
    }

    @Test
    void aProxyThatSpeaksForItselfNamesNobody() throws Exception {
        start("127.0.0.0/8");
        try (RawClient client = front.connect()) {
            client.send("PROXY UNKNOWN\r\n" + GET);
            assertThat(client.answer().body()).isEqualTo("a/1");
            assertThat(client()).containsExactly("127.0.0.1");
        }
    }

    @Test
    void whoIsTrustedMustSpeakIt() throws Exception {
        start("127.0.0.0/8");
        try (RawClient client = front.connect()) {
            client.send("PROXY TCP4 nobody\r\n" + GET);
            assertThat(client.isClosedByPeer()).isTrue();
            assertThat(node.requests).isEmpty();
        }
    }

    @Test
    void whoIsNotTrustedMayNot() throws Exception {
        start("10.0.0.0/8");
        assertThat(front.exchange(GET).body()).isEqualTo("a/1");
        assertThat(client()).containsExactly("127.0.0.1");
        assertThat(front.exchange("PROXY TCP4 203.0.113.7 192.0.2.1 4711 443\r\n" + GET)
                        .status())
                .isEqualTo(400);
    }
}
