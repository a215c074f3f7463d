package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.dispatcher.internal.Nodes;
import org.asterism.servernode.NodeState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class FailoverTest {

    private static final String NO_COOKIE = "GET /shop/ HTTP/1.1\r\nHost: t\r\n\r\n";

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aNodeThatDiesUnderLoadFailsNoGet() throws Exception {
        try (Backend one = Backend.named("a/1").withoutRecords();
                Backend two = Backend.named("a/2").withoutRecords();
                Front front = Front.of(one.up(), two.up())) {
            Load load = new Load(front, 16);
            load.await(2000);
            one.kill();
            load.await(load.done.get() + 4000);
            try (Backend again = Backend.at(one.port(), "a/1", request -> request.answer(200, "again"))) {
                again.withoutRecords();
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> front.exchange(NO_COOKIE).body().equals("again"));
                two.kill();
                load.await(load.done.get() + 4000);
                assertThat(load.stop()).isEmpty();
            }
        }
    }

    /** Threads that send GET without a pause, each with cookies of its own. */
    private static final class Load {

        final AtomicInteger done = new AtomicInteger();
        private final Queue<String> failures = new ConcurrentLinkedQueue<>();
        private final ExecutorService threads;
        private final List<Future<?>> running = new ArrayList<>();
        private volatile boolean stopped;

        Load(Front front, int count) {
            threads = Executors.newFixedThreadPool(count);
            for (int i = 0; i < count; i++) {
                running.add(threads.submit(() -> run(front)));
            }
        }

        private void run(Front front) {
            String cookie = "";
            while (!stopped) {
                try (RawClient client = front.connect()) {
                    for (int i = 0; i < 200 && !stopped; i++) {
                        client.send("GET /shop/ HTTP/1.1\r\nHost: t\r\nCookie: " + cookie + "\r\n\r\n");
                        RawClient.Answer answer = client.answer();
                        if (answer.status() != 200) {
                            failures.add(answer.head() + answer.body());
                        }
                        if (!answer.header("set-cookie").isEmpty()) {
                            cookie = answer.header("set-cookie").split(";", 2)[0];
                        }
                        done.incrementAndGet();
                    }
                } catch (IOException e) {
                    failures.add(e.toString());
                }
            }
        }

        void await(int count) {
            Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> done.get() >= count);
        }

        Queue<String> stop() throws Exception {
            stopped = true;
            for (Future<?> thread : running) {
                thread.get(20, TimeUnit.SECONDS);
            }
            threads.shutdown();
            return failures;
        }
    }

    @Test
    void anIdleConnectionTheNodeClosedFailsNothing() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            for (int i = 0; i < 200; i++) {
                assertThat(client.get("/shop/").answer().status()).isEqualTo(200);
                node.closeConnections();
            }
        }
    }

    @Test
    void aConnectionThatIsClosedAtTheNextRequestFailsNoGet() throws Exception {
        AtomicInteger onThisConnection = new AtomicInteger();
        Backend.Behaviour second =
                request -> onThisConnection.incrementAndGet() % 2 == 1 ? request.answer(200, "ok") : request.reset();
        try (Backend node = Backend.of("a/1", second);
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            for (int i = 0; i < 20; i++) {
                assertThat(client.get("/shop/").answer().body()).isEqualTo("ok");
            }
            assertThat(front.metrics().ejections()).isZero();
        }
    }

    @Test
    void aPostIsNeverSentTwice() throws Exception {
        Backend.Behaviour takeAndDie = request -> {
            request.body();
            return request.reset();
        };
        try (Backend one = Backend.of("a/1", takeAndDie);
                Backend two = Backend.of("a/2", takeAndDie);
                Front front = Front.of(one.up(), two.up())) {
            for (String body : List.of("", "small", "x".repeat(500_000))) {
                int before = one.requests.size() + two.requests.size();
                HttpResponse<String> response = HttpClient.newHttpClient()
                        .send(
                                front.request("/shop/order")
                                        .POST(BodyPublishers.ofString(body))
                                        .build(),
                                BodyHandlers.ofString());
                assertThat(response.statusCode()).isEqualTo(502);
                assertThat(one.requests.size() + two.requests.size()).isEqualTo(before + 1);
            }
        }
    }

    @Test
    void aPostThatCouldNotBeSentGoesToAnotherNode() throws Exception {
        try (Backend two = Backend.of("a/2", request -> request.respond(200, "got " + request.body().length));
                Front front = Front.of(Nodes.up("a/1", unusedPort(), "/shop"), two.up())) {
            for (int i = 0; i < 10; i++) {
                HttpResponse<String> response = HttpClient.newHttpClient()
                        .send(
                                front.request("/shop/order")
                                        .POST(BodyPublishers.ofString("x".repeat(300_000)))
                                        .build(),
                                BodyHandlers.ofString());
                assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            }
            assertThat(front.metrics().ejections()).isPositive();
            assertThat(front.metrics().retries()).isLessThan(10);
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNotTakenForWhole() throws Exception {
        Backend.Behaviour half = request -> {
            request.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc");
            return request.reset();
        };
        try (Backend node = Backend.of("a/1", half);
                Front front = Front.of(node.up());
                RawClient client = front.connect()) {
            assertThat(client.get("/shop/").answerHead().status()).isEqualTo(200);
            client.in.readNBytes(3);
            assertThat(client.isClosedByPeer()).isTrue();
            assertThat(node.requests).hasSize(1);
        }
    }

    @Test
    void aHeadThatBreaksOffIsNoAnswer() throws Exception {
        Backend.Behaviour half = request -> {
            request.send("HTTP/1.1 200 OK\r\nContent-Le");
            return false;
        };
        try (Backend bad = Backend.of("a/1", half);
                Backend good = Backend.named("a/2");
                Front front = Front.of(bad.up(), good.up())) {
            for (int i = 0; i < 5; i++) {
                assertThat(front.exchange(NO_COOKIE).body()).isEqualTo("a/2");
            }
            assertThat(bad.requests).isNotEmpty();
        }
    }

    @Test
    void aMalformedAnswerIsNotPassedOn() throws Exception {
        Backend.Behaviour bad = request -> {
            request.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc");
            return false;
        };
        try (Backend node = Backend.of("a/1", bad);
                Front front = Front.of(node.up())) {
            RawClient.Answer answer = front.exchange(NO_COOKIE);
            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.body()).contains("a/1 gave a malformed answer");
        }
    }

    @Test
    void aClientThatGoesAwayEndsTheRequestAtTheNode() throws Exception {
        AtomicInteger ended = new AtomicInteger();
        Backend.Behaviour slow = request -> {
            if (request.in().read() < 0) {
                ended.incrementAndGet();
            }
            return false;
        };
        try (Backend node = Backend.of("a/1", slow);
                Front front = Front.of(node.up())) {
            try (RawClient client = front.connect()) {
                client.get("/shop/");
                await().until(() -> node.requests.size() == 1);
            }
            await().untilAsserted(() -> assertThat(ended).hasValue(1));
            assertThat(front.pool().target("a.1").orElseThrow().outstanding()).isZero();
        }
    }

    @Test
    void aNodeThatCannotBeReachedIsWaitedForABoundedTime() throws Exception {
        try (Front front = Front.of(Nodes.up("a/1", unusedPort(), "/shop"))) {
            RawClient.Answer answer = front.exchange("GET /shop/ HTTP/1.1\r\nHost: t\r\n\r\n");
            assertThat(answer.status()).isIn(502, 503);
            assertThat(answer.body()).contains("a/1").contains("refused");
        }
    }

    @Test
    void aRequestWaitsForItsNodeToStart() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(Nodes.node("a/1", NodeState.STARTING, node.port(), 1, "/shop"));
                RawClient client = front.connect()) {
            client.get("/shop/");
            await().until(() -> front.metrics().queued() == 1);
            front.update(node.up());
            assertThat(client.answer().body()).isEqualTo("a/1");
        }
    }

    @Test
    void whatCannotBeServedSaysWhy() throws Exception {
        try (Front front = Front.of(Nodes.node("a/1", NodeState.STARTING, 1, 1, "/shop"))) {
            RawClient.Answer waited =
                    front.exchange("GET /shop/ HTTP/1.1\r\nHost: t\r\nAccept: application/json\r\n\r\n");
            assertThat(waited.status()).isEqualTo(503);
            assertThat(waited.header("retry-after")).isEqualTo("1");
            assertThat(waited.body()).startsWith("{\"status\":503,\"error\":\"no server node can take");
            assertThat(front.exchange("GET /other HTTP/1.1\r\nHost: t\r\n\r\n").status())
                    .isEqualTo(503);
            front.update(Nodes.up("a/1", 1, "/shop"));
            RawClient.Answer unknown = front.exchange("GET /other HTTP/1.1\r\nHost: t\r\n\r\n");
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.body()).startsWith("404 Not Found: no server node has");
            front.update();
            assertThat(front.exchange("GET /other HTTP/1.1\r\nHost: t\r\n\r\n").status())
                    .isEqualTo(503);
        }
    }

    @Test
    void aStickyNodeThatDrainsKeepsItsOwnOnly() throws Exception {
        try (Backend one = Backend.named("a/1");
                Backend two = Backend.named("a/2");
                Front front = Front.of(Nodes.node("a/1", NodeState.DRAINING, one.port(), 1, "/shop"), two.up())) {
            String sticky =
                    "GET /shop/ HTTP/1.1\r\nHost: t\r\nCookie: ASTERISM_NODE=" + Nodes.cookie("a/1") + "\r\n\r\n";
            assertThat(front.exchange(sticky).body()).isEqualTo("a/1");
            assertThat(front.exchange("GET /shop/ HTTP/1.1\r\nHost: t\r\n\r\n").body())
                    .isEqualTo("a/2");
            front.update(Nodes.node("a/1", NodeState.FAILED, one.port(), 1, "/shop"), two.up());
            RawClient.Answer moved = front.exchange(sticky);
            assertThat(moved.body()).isEqualTo("a/2");
            assertThat(moved.header("set-cookie")).startsWith("ASTERISM_NODE=a.2.");
        }
    }
}
