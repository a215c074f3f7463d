package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TunnelTest {

    /** Answers a WebSocket handshake and sends everything back; client frames are masked, ours must not be. */
    private static boolean echo(Backend.Request request) throws IOException {
        request.send(
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                        + accept(request.header("sec-websocket-key")) + "\r\n\r\n");
        for (int first = request.in().read(); first >= 0; first = request.in().read()) {
            int length = request.in().read() & 0x7f;
            byte[] mask = request.in().readNBytes(4);
            byte[] data = request.in().readNBytes(length);
            for (int i = 0; i < data.length; i++) {
                data[i] ^= mask[i % 4];
            }
            request.out().write(first);
            request.out().write(length);
            request.out().write(data);
            request.out().flush();
        }
        return false;
    }

    private static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Listener implements WebSocket.Listener {

        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            received.add(data.toString());
            socket.request(1);
            return null;
        }
    }

    @Test
    void webSocketsPassThrough() throws Exception {
        try (Backend node = Backend.of("a/1", TunnelTest::echo);
                Front front = Front.of(node.up())) {
            Listener listener = new Listener();
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + front.port() + "/shop/socket"), listener)
                    .get(10, TimeUnit.SECONDS);
            for (int i = 0; i < 100; i++) {
                socket.sendText("message " + i, true).get(5, TimeUnit.SECONDS);
                assertThat(listener.received.poll(5, TimeUnit.SECONDS)).isEqualTo("message " + i);
            }
            assertThat(front.pool().target("a.1").orElseThrow().outstanding()).isEqualTo(1);
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(5, TimeUnit.SECONDS);
            socket.abort();
            await().untilAsserted(() -> assertThat(
                            front.pool().target("a.1").orElseThrow().outstanding())
                    .isZero());
        }
    }

    @Test
    void anEndOnEitherSideIsTheEndOfBoth() throws Exception {
        AtomicInteger ended = new AtomicInteger();
        Backend.Behaviour other = request -> {
            request.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: other\r\nConnection: Upgrade\r\n\r\nhello");
            if (request.in().read() == 'x') {
                return false;
            }
            ended.incrementAndGet();
            return false;
        };
        String upgrade = RawClient.head("GET /shop/ HTTP/1.1", "Host: t", "Connection: Upgrade", "Upgrade: other");
        try (Backend node = Backend.of("a/1", other);
                Front front = Front.of(node.up())) {
            try (RawClient client = front.connect()) {
                RawClient.Answer answer = client.send(upgrade).answerHead();
                assertThat(answer.status()).isEqualTo(101);
                assertThat(answer.header("upgrade")).isEqualTo("other");
                assertThat(client.in.readNBytes(5)).asString().isEqualTo("hello");
                client.send("x");
                assertThat(client.isClosedByPeer()).isTrue();
            }
            try (RawClient client = front.connect()) {
                client.send(upgrade).answerHead();
            }
            await().untilAsserted(() -> assertThat(ended).hasValue(1));
            assertThat(front.pool().target("a.1").orElseThrow().health().failures())
                    .as("an end is no failure")
                    .isZero();
        }
    }

    @Test
    void aRefusedUpgradeIsAnAnswerLikeOthers() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            client.send(RawClient.head("GET /shop/ HTTP/1.1", "Host: t", "Connection: Upgrade", "Upgrade: websocket"));
            assertThat(client.answer().status()).isEqualTo(200);
            assertThat(node.requests.get(0).header("upgrade")).isEqualTo("websocket");
            assertThat(client.get("/shop/").answer().status()).isEqualTo(200);
        }
    }

    @Test
    void anUpgradeNobodyAskedForIsNotPassedOn() throws Exception {
        Backend.Behaviour surprise = request -> {
            request.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: other\r\nConnection: Upgrade\r\n\r\n");
            return true;
        };
        try (Backend node = Backend.of("a/1", surprise);
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            assertThat(client.get("/shop/").answer().status()).isEqualTo(502);
        }
    }
}
