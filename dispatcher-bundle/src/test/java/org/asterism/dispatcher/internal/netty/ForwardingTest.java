package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.asterism.dispatcher.internal.Nodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ForwardingTest {

    @Test
    void passesARequestOnAndTiesTheClientToTheNode() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            RawClient.Answer answer = client.get("/shop/x?y=1").answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("a/1");
            assertThat(answer.header("set-cookie"))
                    .isEqualTo("ASTERISM_NODE=" + Nodes.cookie("a/1") + "; Path=/; HttpOnly; SameSite=Lax");
            assertThat(node.requests.get(0).target()).isEqualTo("/shop/x?y=1");
        }
    }

    @Test
    void aCookieThatIsRightIsNotSetAgain() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(node.up())) {
            String request = "GET /shop/ HTTP/1.1\r\nHost: test\r\nCookie: x=y; ASTERISM_NODE=" + Nodes.cookie("a/1")
                    + "\r\n\r\n";
            assertThat(front.exchange(request).headers("set-cookie")).isEmpty();
        }
    }

    @Test
    void bothSidesKeepTheirConnections() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            for (int i = 0; i < 20; i++) {
                assertThat(client.get("/shop/").answer().body()).isEqualTo("a/1");
            }
            assertThat(node.connections).hasValue(1);
            assertThat(node.requests).hasSize(20);
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        try (Backend node = Backend.of("a/1", request -> request.answer(200, request.target()));
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < 100; i++) {
                requests.append("POST /shop/").append(i).append(" HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\n\r\nabc");
            }
            client.send(requests.toString());
            for (int i = 0; i < 100; i++) {
                assertThat(client.answer().body()).isEqualTo("/shop/" + i);
            }
        }
    }

    @Test
    void dropsWhatIsBetweenNeighboursAndSaysWhoTheClientIs() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(node.up())) {
            front.exchange(RawClient.head(
                    "GET /shop/ HTTP/1.1",
                    "Host: shop.test",
                    "Connection: keep-alive, X-Private",
                    "X-Private: 1",
                    "Keep-Alive: 5",
                    "TE: gzip",
                    "Proxy-Connection: x",
                    "X-Forwarded-For: 6.6.6.6",
                    "X-Forwarded-Proto: https",
                    "Upgrade: h2c",
                    "HTTP2-Settings: AAA",
                    "X-Kept: yes"));
            Backend.Request seen = node.requests.get(0);
            assertThat(seen.head())
                    .doesNotContainIgnoringCase("X-Private")
                    .doesNotContainIgnoringCase("keep-alive")
                    .doesNotContainIgnoringCase("TE:")
                    .doesNotContainIgnoringCase("upgrade")
                    .doesNotContainIgnoringCase("http2-settings")
                    .doesNotContainIgnoringCase("proxy-connection");
            assertThat(seen.headers("x-forwarded-for")).containsExactly("127.0.0.1");
            assertThat(seen.headers("x-forwarded-proto")).containsExactly("http");
            assertThat(seen.headers("x-forwarded-host")).containsExactly("shop.test");
            assertThat(seen.headers("host")).containsExactly("shop.test");
            assertThat(seen.header("x-kept")).isEqualTo("yes");
        }
    }

    @Test
    void headHasNoBodyAndTheConnectionGoesOn() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            client.send("HEAD /shop/ HTTP/1.1\r\nHost: t\r\n\r\n");
            RawClient.Answer head = client.answerHead();
            assertThat(head.header("content-length")).isEqualTo("3");
            assertThat(client.get("/shop/").answer().body()).isEqualTo("a/1");
            client.send("HEAD /nothing HTTP/1.1\r\nHost: t\r\n\r\n");
            assertThat(client.answerHead().status()).isEqualTo(404);
            assertThat(client.get("/shop/").answer().body()).isEqualTo("a/1");
            assertThat(node.connections).hasValue(1);
        }
    }

    @Test
    void chunkedBodiesGoBothWays() throws Exception {
        Backend.Behaviour echo = request -> {
            byte[] body = request.body();
            request.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length)
                    + "\r\n" + new String(body, StandardCharsets.ISO_8859_1) + "\r\n0\r\n\r\n");
            return true;
        };
        try (Backend node = Backend.of("a/1", echo);
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            for (int i = 0; i < 3; i++) {
                client.send("POST /shop/ HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
                client.send("4;x=y\r\ndefg\r\n0\r\nX-Trailer: dropped\r\n\r\n");
                RawClient.Answer answer = client.answer();
                assertThat(answer.body()).isEqualTo("abcdefg");
                assertThat(answer.header("transfer-encoding")).isEqualTo("chunked");
            }
        }
    }

    @Test
    void anAnswerThatEndsWithTheConnectionIsChunkedForTheClient() throws Exception {
        Backend.Behaviour close = request -> {
            request.send("HTTP/1.1 200 OK\r\n\r\nabc");
            return false;
        };
        try (Backend node = Backend.of("a/1", close);
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            assertThat(client.get("/shop/").answer().body()).isEqualTo("abc");
            assertThat(client.get("/shop/").answer().body()).isEqualTo("abc");
        }
    }

    @Test
    void servesOldClients() throws Exception {
        Backend.Behaviour chunked = request -> {
            request.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
            return true;
        };
        try (Backend node = Backend.of("a/1", chunked);
                Backend plain = Backend.named("a/2");
                Front front = Front.of(node.up("/shop"), plain.up("/plain"));
                RawClient client = front.connect()) {
            RawClient.Answer answer = front.exchange("GET /shop/ HTTP/1.0\r\n\r\n");
            assertThat(answer.head()).doesNotContainIgnoringCase("transfer-encoding");
            assertThat(answer.header("connection")).isEqualTo("close");
            assertThat(answer.body()).isEqualTo("abc");
            assertThat(node.requests.get(0).headers("host")).hasSize(1);

            client.send("GET /plain/ HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
            assertThat(client.answer().header("connection")).isEqualTo("keep-alive");
            assertThat(client.get("/plain/").answer().body()).isEqualTo("a/2");
        }
    }

    @Test
    void aClientThatAsksMayContinue() throws Exception {
        Backend.Behaviour careful = request -> {
            request.send("HTTP/1.1 100 Continue\r\n\r\n");
            return request.respond(200, new String(request.body(), StandardCharsets.ISO_8859_1));
        };
        try (Backend node = Backend.of("a/1", careful);
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            for (int i = 0; i < 3; i++) {
                client.send("POST /shop/ HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
                assertThat(client.answer().status()).isEqualTo(100);
                assertThat(client.send("abc").answer().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void aClientThatIsRefusedBeforeItsBodyCanGoOn() throws Exception {
        Backend.Behaviour refuse = request -> {
            request.send("HTTP/1.1 413 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return false;
        };
        try (Backend node = Backend.of("a/1", refuse);
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            client.send("POST /shop/ HTTP/1.1\r\nHost: t\r\nContent-Length: 200000\r\n\r\n" + "x".repeat(50_000));
            assertThat(client.answer().status()).isEqualTo(413);
            client.send("x".repeat(150_000));
            assertThat(client.get("/shop/").answer().status()).isEqualTo(413);
        }
    }

    @Test
    void aClientThatMayNotContinueIsClosedAsNobodyKnowsWhatComes() throws Exception {
        Backend.Behaviour refuse = request -> {
            request.send("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n");
            return true;
        };
        try (Backend node = Backend.of("a/1", refuse);
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            client.send("POST /shop/ HTTP/1.1\r\nHost: t\r\nContent-Length: 90\r\nExpect: 100-continue\r\n\r\n");
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("connection")).isEqualTo("close");
            client.get("/shop/secret");
            assertThat(client.isClosedByPeer()).isTrue();
            assertThat(node.requests).hasSize(1);
        }
    }

    @Test
    void connectionCloseIsObeyed() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            client.send("GET /shop/ HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n");
            RawClient.Answer answer = client.answer();
            assertThat(answer.body()).isEqualTo("a/1");
            assertThat(answer.header("connection")).isEqualTo("close");
            assertThat(client.isClosedByPeer()).isTrue();
        }
    }
}
