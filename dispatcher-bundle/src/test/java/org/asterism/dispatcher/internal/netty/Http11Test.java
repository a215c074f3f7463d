package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What HTTP/1.1 has besides plain requests and answers. */
@Timeout(60)
class Http11Test {

    /** All that comes until the last chunk and its trailers are there. */
    private static String chunked(InputStream in) throws IOException {
        StringBuilder body = new StringBuilder();
        while (!body.toString().contains("0\r\n") || !body.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            assertThat(next).isNotNegative();
            body.append((char) next);
        }
        return body.toString();
    }

    @Test
    void trailersGoBothWaysButForThoseThatMayNot() throws Exception {
        CompletableFuture<String> received = new CompletableFuture<>();
        Backend.Behaviour trailing = request -> {
            received.complete(request.head() + chunked(request.in()));
            request.send(RawClient.head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "Trailer: X-Sum"));
            request.send(RawClient.head("2", "ok", "0", "X-Sum: 9", "Set-Cookie: a=b"));
            return true;
        };
        try (Backend node = Backend.of("a/1", trailing);
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            client.send(RawClient.head("PUT /shop/ HTTP/1.1", "Host: t", "Transfer-Encoding: chunked", "TE: trailers"));
            client.send(RawClient.head("3", "abc", "0", "X-Check: 7", "Authorization: none", "Host: u"));
            assertThat(received.get(20, TimeUnit.SECONDS))
                    .contains("abc")
                    .containsIgnoringCase("\r\nte: trailers\r\n")
                    .endsWith("0\r\nX-Check: 7\r\n\r\n");
            assertThat(client.answerHead().header("trailer")).isEqualTo("X-Sum");
            assertThat(chunked(client.in)).endsWith("0\r\nX-Sum: 9\r\n\r\n");
            assertThat(client.get("/nobody").answer().status()).isEqualTo(404);
        }
    }

    @Test
    void optionsAreForTheNodeToAnswer() throws Exception {
        Backend.Behaviour allow = request -> {
            request.send(RawClient.head("HTTP/1.1 204 OK", "Allow: GET, " + request.method()));
            return true;
        };
        try (Backend node = Backend.of("a/1", allow);
                Front front = Front.of(node.up("/"));
                RawClient client = front.connect()) {
            for (String target : new String[] {"*", "/shop/"}) {
                client.send("OPTIONS " + target + " HTTP/1.1\r\nHost: t\r\n\r\n");
                assertThat(client.answer().header("allow")).isEqualTo("GET, OPTIONS");
            }
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInTheirOrder() throws Exception {
        Backend.Behaviour named = request -> request.answer(200, request.target());
        try (Backend node = Backend.of("a/1", named);
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                all.append("POST /shop/").append(i).append(" HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\n\r\nabc");
            }
            client.send(all.toString());
            for (int i = 0; i < 50; i++) {
                assertThat(client.answer().body()).isEqualTo("/shop/" + i);
            }
        }
    }

    @Test
    void aClientThatSendsNoMoreGetsItsAnswers() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            client.send("GET /shop/1 HTTP/1.1\r\nHost: t\r\n\r\nGET /shop/2 HTTP/1.1\r\nHost: t\r\n\r\n");
            client.endOutput();
            assertThat(client.answer().body()).isEqualTo("a/1");
            assertThat(client.answer().body()).isEqualTo("a/1");
            assertThat(client.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void aClientThatEndsInsideARequestIsForgotten() throws Exception {
        CompletableFuture<Integer> end = new CompletableFuture<>();
        Backend.Behaviour wait = request -> {
            request.in().readNBytes(3);
            end.complete(request.in().read());
            return false;
        };
        try (Backend node = Backend.of("a/1", wait);
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            client.send("PUT /shop/ HTTP/1.1\r\nHost: t\r\nContent-Length: 30\r\n\r\nabc");
            await().until(() -> !node.requests.isEmpty());
            client.endOutput();
            assertThat(end.get(20, TimeUnit.SECONDS)).isEqualTo(-1);
            assertThat(client.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void aClientThatIsGoneIsNoticedByTheNode() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Integer> end = new CompletableFuture<>();
        Backend.Behaviour wait = request -> {
            begun.countDown();
            end.complete(request.in().read());
            return false;
        };
        try (Backend node = Backend.of("a/1", wait);
                Front front = Front.of(node.up())) {
            try (RawClient client = front.connect()) {
                client.get("/shop/");
                assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(end.get(20, TimeUnit.SECONDS)).isEqualTo(-1);
            await().until(() -> front.pool().target("a.1").orElseThrow().outstanding() == 0);
        }
    }

    @Test
    void bytesAreReadOneByOneToo() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            String request = RawClient.head("PUT /shop/ HTTP/1.1", "Host: t", "Transfer-Encoding: chunked")
                    + RawClient.head("3", "abc", "0");
            for (byte b : request.getBytes(StandardCharsets.ISO_8859_1)) {
                client.out.write(b);
                client.out.flush();
            }
            assertThat(client.answer().body()).isEqualTo("a/1");
        }
    }
}
