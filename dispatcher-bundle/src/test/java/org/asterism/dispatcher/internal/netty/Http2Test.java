package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class Http2Test {

    private static final int LARGE = 64 << 20;
    private static final byte[] PIECE = new byte[1 << 16];

    @TempDir
    static Path directory;

    private static boolean echo(Backend.Request request) throws IOException {
        return request.respond(200, new String(request.body(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void manyRequestsOfOneConnectionAreAnswered() throws Exception {
        try (Backend node = Backend.of("a/1", Http2Test::echo);
                TlsFront front = new TlsFront(directory, node.up())) {
            HttpClient client = TlsFront.client(HttpClient.Version.HTTP_2);
            client.send(front.request("/shop/").build(), BodyHandlers.ofString());
            for (int round = 0; round < 12; round++) {
                exchangeAtOnce(front, client, "round " + round);
            }
            assertThat(front.front().metrics().requests()).isEqualTo(97);
        }
    }

    private static void exchangeAtOnce(TlsFront front, HttpClient client, String round) throws Exception {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(client.sendAsync(
                    front.request("/shop/" + i)
                            .POST(BodyPublishers.ofString(round + " " + i))
                            .build(),
                    BodyHandlers.ofString()));
        }
        for (int i = 0; i < answers.size(); i++) {
            HttpResponse<String> answer = answers.get(i).get(30, TimeUnit.SECONDS);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.body()).isEqualTo(round + " " + i);
        }
    }

    @Test
    void theNodeSeesAnOrdinaryRequest() throws Exception {
        try (Backend node = Backend.named("a/1");
                TlsFront front = new TlsFront(directory, node.up());
                Http2Client client = new Http2Client(front.port())) {
            Http2Headers headers = Http2Client.headers("GET", "/shop/?a=b")
                    .add("cookie", "a=b")
                    .add("cookie", "c=d")
                    .add("te", "trailers");
            Http2Client.Stream stream = client.open(headers, true);
            assertThat(stream.body()).isEqualTo("a/1");
            assertThat(stream.status()).isEqualTo("200");
            assertThat(stream.header("set-cookie")).endsWith("; Secure");
            assertThat(stream.header("connection")).isEqualTo("null");
            Backend.Request seen = node.requests.get(0);
            assertThat(seen.head()).startsWith("GET /shop/?a=b HTTP/1.1\r\n").doesNotContain("\r\n:");
            assertThat(seen.headers("host")).containsExactly("shop.test");
            assertThat(seen.headers("cookie")).containsExactly("a=b; c=d");
            assertThat(seen.headers("x-forwarded-proto")).containsExactly("https");
            assertThat(seen.headers("content-length")).isEmpty();
            assertThat(seen.headers("transfer-encoding")).isEmpty();
        }
    }

    @Test
    void ownAnswersAndThoseToHeadHaveTheirForm() throws Exception {
        try (Backend node = Backend.named("a/1");
                TlsFront front = new TlsFront(directory, node.up());
                Http2Client client = new Http2Client(front.port())) {
            Http2Client.Stream head = client.open(Http2Client.headers("HEAD", "/shop/"), true);
            assertThat(head.body()).isEmpty();
            assertThat(head.header("content-length")).isEqualTo("3");
            Http2Client.Stream nobody = client.get("/nobody");
            assertThat(nobody.body()).contains("no server node has an application");
            assertThat(nobody.status()).isEqualTo("404");
            assertThat(client.open(Http2Client.headers("HEAD", "/nobody"), true).body())
                    .isEmpty();
            assertThat(client.get("/shop/").body()).isEqualTo("a/1");
        }
    }

    @Test
    void trailersGoBothWays() throws Exception {
        CompletableFuture<String> trailers = new CompletableFuture<>();
        Backend.Behaviour both = request -> {
            StringBuilder body = new StringBuilder();
            while (!body.toString().endsWith("0\r\nx-check: 7\r\n\r\n")) {
                body.append((char) request.in().read());
            }
            trailers.complete(body.toString());
            request.send(RawClient.head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked"));
            request.send(RawClient.head("2", "ok", "0", "X-Sum: 9", "Content-Length: 5"));
            return true;
        };
        try (Backend node = Backend.of("a/1", both);
                TlsFront front = new TlsFront(directory, node.up());
                Http2Client client = new Http2Client(front.port())) {
            Http2Client.Stream stream = client.open(Http2Client.headers("PUT", "/shop/"), false);
            stream.data("abc", false);
            stream.trailers(new DefaultHttp2Headers(false).add("x-check", "7").add("content-length", "9"));
            assertThat(trailers.get(20, TimeUnit.SECONDS)).contains("abc").doesNotContain("content-length");
            assertThat(stream.body()).isEqualTo("ok");
            Http2Headers got = stream.trailers.get(20, TimeUnit.SECONDS);
            assertThat(got.get("x-sum")).hasToString("9");
            assertThat(got.contains("content-length")).isFalse();
        }
    }

    @Test
    void aResetReachesTheNode() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Integer> end = new CompletableFuture<>();
        Backend.Behaviour wait = request -> {
            begun.countDown();
            end.complete(request.in().read());
            return false;
        };
        try (Backend node = Backend.of("a/1", wait);
                TlsFront front = new TlsFront(directory, node.up());
                Http2Client client = new Http2Client(front.port())) {
            Http2Client.Stream stream = client.get("/shop/");
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            stream.cancel();
            assertThat(end.get(20, TimeUnit.SECONDS)).isEqualTo(-1);
            await().until(() -> front.front().pool().target("a.1").orElseThrow().outstanding() == 0);
            assertThat(client.get("/nobody").status()).isEqualTo("404");
        }
    }

    @Test
    void anAnswerThatBreaksOffResetsItsStreamOnly() throws Exception {
        Backend.Behaviour half = request -> {
            if (request.target().endsWith("whole")) {
                return request.answer(200, "whole");
            }
            request.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
            return request.reset();
        };
        try (Backend node = Backend.of("a/1", half);
                TlsFront front = new TlsFront(directory, node.up());
                Http2Client client = new Http2Client(front.port())) {
            assertThat(client.get("/shop/half").resetCode()).isEqualTo(Http2Error.INTERNAL_ERROR.code());
            assertThat(client.get("/shop/whole").body()).isEqualTo("whole");
        }
    }

    @Test
    void aBodyThatNobodyWantsIsStoppedAfterTheAnswer() throws Exception {
        Backend.Behaviour refuse = request -> {
            request.send("HTTP/1.1 413 No\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno");
            return false;
        };
        try (Backend node = Backend.of("a/1", refuse);
                TlsFront front = new TlsFront(directory, node.up());
                Http2Client client = new Http2Client(front.port())) {
            Http2Client.Stream stream = client.open(Http2Client.headers("POST", "/shop/"), false);
            stream.data("x".repeat(50_000), false);
            assertThat(stream.body()).isEqualTo("no");
            assertThat(stream.status()).isEqualTo("413");
            assertThat(client.get("/nobody").status()).isEqualTo("404");
        }
    }

    @Test
    void aSlowStreamStopsTheNodeAndNoOtherStream() throws Exception {
        AtomicLong sent = new AtomicLong();
        Backend.Behaviour large = request -> {
            if (request.target().endsWith("small")) {
                return request.answer(200, "small");
            }
            request.send("HTTP/1.1 200 OK\r\nContent-Length: " + LARGE + "\r\n\r\n");
            for (int done = 0; done < LARGE; done += PIECE.length) {
                request.out().write(PIECE);
                sent.addAndGet(PIECE.length);
            }
            return true;
        };
        long before = PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
        try (Backend node = Backend.of("a/1", large);
                TlsFront front = new TlsFront(directory, node.up());
                Http2Client client = new Http2Client(front.port())) {
            Http2Client.Stream slow = client.get("/shop/large");
            assertThat(slow.status()).isEqualTo("200");
            slow.reading(false);
            AtomicLong last = new AtomicLong(-1);
            await().pollInterval(Duration.ofMillis(300))
                    .until(() -> sent.get() > 0 && last.getAndSet(sent.get()) == sent.get());
            assertThat(sent.get()).isLessThan(LARGE / 2);
            assertThat(PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory() - before)
                    .isLessThan(40L << 20);
            assertThat(client.get("/shop/small").body()).isEqualTo("small");
            slow.reading(true);
            assertThat(slow.body()).hasSize(LARGE);
        }
    }

    @Test
    void aNodeThatDoesNotReadStopsTheStream() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        AtomicLong received = new AtomicLong();
        Backend.Behaviour late = request -> {
            await().until(() -> read.getCount() == 0);
            int length = Integer.parseInt(request.header("content-length"));
            received.set(request.in().readNBytes(length).length);
            return request.respond(200, "thanks");
        };
        try (Backend node = Backend.of("a/1", late);
                TlsFront front = new TlsFront(directory, node.up())) {
            HttpClient client = TlsFront.client(HttpClient.Version.HTTP_2);
            long before = PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
            CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                    front.request("/shop/")
                            .PUT(BodyPublishers.ofByteArray(new byte[LARGE]))
                            .build(),
                    BodyHandlers.ofString());
            await().during(Duration.ofSeconds(1))
                    .until(() -> PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory() - before < 40L << 20);
            read.countDown();
            assertThat(answer.get(60, TimeUnit.SECONDS).body()).isEqualTo("thanks");
            assertThat(received).hasValue(LARGE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"connection", "Upper", "x bad", "transfer-encoding", "te", "host"})
    void whatIsMalformedReachesNoNode(String name) throws Exception {
        try (Backend node = Backend.named("a/1");
                TlsFront front = new TlsFront(directory, node.up());
                Http2Client client = new Http2Client(front.port())) {
            Http2Client.Stream stream =
                    client.open(Http2Client.headers("GET", "/shop/").add(name, "gzip"), true);
            await().until(() -> stream.reset.isDone()
                    || client.goAway.isDone()
                    || (stream.head.isDone() && stream.status().equals("400")));
            assertThat(node.requests).isEmpty();
        }
    }

    @Test
    void valuesThatWouldSplitAHeadAreRefused() throws Exception {
        try (Backend node = Backend.named("a/1");
                TlsFront front = new TlsFront(directory, node.up());
                Http2Client client = new Http2Client(front.port())) {
            Http2Headers split = Http2Client.headers("GET", "/shop/").add("x", "a\r\nx-evil: b");
            assertThat(client.open(split, true).status()).isEqualTo("400");
            Http2Headers path = Http2Client.headers("GET", "/shop/ HTTP/1.1\r\nx: y");
            assertThat(client.open(path, true).status()).isEqualTo("400");
            assertThat(client.open(Http2Client.headers("CONNECT", "/shop/"), true)
                            .status())
                    .isIn("400", "405");
            Http2Headers user = Http2Client.headers("GET", "/shop/").authority("user@shop.test");
            assertThat(client.open(user, true).status()).isEqualTo("400");
            assertThat(node.requests).isEmpty();
            assertThat(client.get("/shop/").body()).isEqualTo("a/1");
        }
    }

    @Test
    void limitsAreTold() throws Exception {
        try (Backend node = Backend.named("a/1");
                TlsFront front = new TlsFront(directory, node.up());
                Http2Client client = new Http2Client(front.port())) {
            assertThat(client.settings.get(20, TimeUnit.SECONDS).settings().maxConcurrentStreams())
                    .isEqualTo(10);
            assertThat(client.settings.get(20, TimeUnit.SECONDS).settings().maxHeaderListSize())
                    .isEqualTo(8192);
            Http2Client.Stream large =
                    client.open(Http2Client.headers("GET", "/shop/").add("x", "y".repeat(9000)), true);
            await().until(() -> large.reset.isDone()
                    || client.goAway.isDone()
                    || (large.head.isDone() && large.status().equals("431")));
            assertThat(node.requests).isEmpty();
        }
    }

    @Test
    void whoCancelsAllTheTimeIsThrownOut() throws Exception {
        Backend.Behaviour never = request -> {
            request.in().read();
            return false;
        };
        try (Backend node = Backend.of("a/1", never);
                TlsFront front = new TlsFront(directory, node.up());
                Http2Client client = new Http2Client(front.port())) {
            cancelAgainAndAgain(client);
            assertThat(client.goAway.get(20, TimeUnit.SECONDS)).isEqualTo(Http2Error.ENHANCE_YOUR_CALM.code());
        }
    }

    /** Until the dispatcher has had enough. */
    private static void cancelAgainAndAgain(Http2Client client) throws Exception {
        for (int i = 0; i < 40 && client.isOpen() && !client.goAway.isDone(); i++) {
            try {
                client.get("/shop/").cancel();
            } catch (ExecutionException | Http2Exception | ClosedChannelException refused) {
                assertThat(i).isGreaterThan(5);
                return;
            }
        }
    }

    @Test
    void aStopSaysGoodbyeAndLetsTheStreamEnd() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Backend.Behaviour slow = request -> {
            begun.countDown();
            await().until(() -> go.getCount() == 0);
            return request.answer(200, "late");
        };
        Backend node = Backend.of("a/1", slow);
        TlsFront front = new TlsFront(directory, node.up());
        try (node;
                Http2Client client = new Http2Client(front.port())) {
            Http2Client.Stream stream = client.get("/shop/");
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            Thread stop = new Thread(front::close);
            stop.start();
            assertThat(client.goAway.get(20, TimeUnit.SECONDS)).isEqualTo(Http2Error.NO_ERROR.code());
            go.countDown();
            assertThat(stream.body()).isEqualTo("late");
            client.awaitClose();
            stop.join(20_000);
        }
    }
}
