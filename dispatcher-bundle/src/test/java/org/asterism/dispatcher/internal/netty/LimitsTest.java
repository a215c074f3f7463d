package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asterism.dispatcher.internal.DispatcherSettings;
import org.asterism.dispatcher.internal.Limits;
import org.asterism.dispatcher.internal.Nodes;
import org.asterism.dispatcher.internal.TargetPool;
import org.asterism.dispatcher.internal.TestSettings;
import org.asterism.dispatcher.internal.Timeouts;
import org.asterism.servernode.NodeState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Time-outs, bounds and the end. */
@Timeout(60)
class LimitsTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private static TestSettings shortClient() {
        return new TestSettings()
                .timeouts(t -> new Timeouts(t.connect(), SHORT, t.response(), t.tunnel(), t.pool(), t.stop()));
    }

    private static TestSettings shortResponse() {
        return new TestSettings()
                .timeouts(t -> new Timeouts(t.connect(), t.client(), SHORT, t.tunnel(), t.pool(), t.stop()));
    }

    private static boolean never(Backend.Request request) throws IOException {
        return request.in().read() >= 0;
    }

    @Test
    void aClientThatSaysNothingIsClosed() throws Exception {
        try (Front front = Front.of(shortClient());
                RawClient silent = front.connect();
                RawClient slow = front.connect()) {
            slow.send("GET / HTTP/1.1\r\nHost:");
            assertThat(silent.isClosedByPeer()).isTrue();
            assertThat(slow.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void aBodyThatDoesNotComeEndsTheRequest() throws Exception {
        try (Backend node = Backend.of("a/1", LimitsTest::never);
                Front front = Front.of(shortClient(), node.up());
                RawClient client = front.connect()) {
            client.send("POST /shop/ HTTP/1.1\r\nHost: t\r\nContent-Length: 10\r\n\r\nabc");
            assertThat(client.answer().status()).isEqualTo(408);
            assertThat(client.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void anAnswerThatDoesNotComeIsATimeout() throws Exception {
        try (Backend node = Backend.of("a/1", LimitsTest::never);
                Front front = Front.of(shortResponse(), node.up());
                RawClient client = front.connect()) {
            RawClient.Answer answer = client.get("/shop/").answer();
            assertThat(answer.status()).isEqualTo(504);
            assertThat(answer.body()).contains("a/1 did not answer in time");
            assertThat(client.get("/other").answer().status()).isEqualTo(404);
            assertThat(node.requests).hasSize(1);
        }
    }

    @Test
    void anAnswerThatStallsIsBrokenOff() throws Exception {
        Backend.Behaviour stall = request -> {
            request.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
            return never(request);
        };
        try (Backend node = Backend.of("a/1", stall);
                Front front = Front.of(shortResponse(), node.up());
                RawClient client = front.connect()) {
            client.get("/shop/").answerHead();
            client.in.readNBytes(3);
            assertThat(client.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void aClientThatTakesItsTimeGetsAllOfTheAnswer() throws Exception {
        byte[] large = new byte[8 << 20];
        Backend.Behaviour once = request -> {
            request.send("HTTP/1.1 200 OK\r\nContent-Length: " + large.length + "\r\n\r\n");
            request.out().write(large);
            return false;
        };
        try (Backend node = Backend.of("a/1", once);
                Front front = Front.of(shortClient(), node.up());
                RawClient client = front.connect()) {
            client.send("GET /shop/ HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n");
            client.answerHead();
            int half = client.in.readNBytes(large.length / 2).length;
            await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(5)).until(() -> true);
            assertThat(half + client.in.readAllBytes().length).isEqualTo(large.length);
        }
    }

    @Test
    void thereAreNoMoreConnectionsThanConfigured() throws Exception {
        TestSettings two = new TestSettings().limits(new Limits(4096, 8192, 50, 2, 100));
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(two, node.up());
                RawClient first = front.connect();
                RawClient second = front.connect()) {
            assertThat(first.get("/shop/").answer().status()).isEqualTo(200);
            assertThat(second.get("/shop/").answer().status()).isEqualTo(200);
            try (RawClient third = front.connect()) {
                assertThat(third.isClosedByPeer()).isTrue();
            }
            assertThat(front.metrics().connectionsRefused()).isEqualTo(1);
            second.socket.close();
            await().ignoreExceptions()
                    .until(() -> front.exchange("GET /shop/ HTTP/1.1\r\nHost: t\r\n\r\n")
                                    .status()
                            == 200);
        }
    }

    @Test
    void noMoreRequestsWaitThanConfigured() throws Exception {
        TestSettings two = new TestSettings().queue(2, Duration.ofSeconds(20));
        List<RawClient> clients = new ArrayList<>();
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(two, Nodes.node("a/1", NodeState.STARTING, node.port(), 1, "/shop"))) {
            for (int i = 0; i < 2; i++) {
                clients.add(front.connect().get("/shop/"));
                int waiting = i + 1;
                await().until(() -> front.metrics().queued() == waiting);
            }
            assertThat(front.exchange("GET /shop/ HTTP/1.1\r\nHost: t\r\n\r\n").status())
                    .isEqualTo(503);
            front.update(node.up());
            for (RawClient client : clients) {
                assertThat(client.answer().status()).isEqualTo(200);
                client.close();
            }
        }
    }

    @Test
    void whatIsUnderWayIsFinishedBeforeTheEnd() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Backend.Behaviour wait = request -> {
            asked.countDown();
            try {
                return go.await(10, TimeUnit.SECONDS) && request.answer(200, "done");
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
        try (Backend node = Backend.of("a/1", wait);
                Front front = Front.of(node.up());
                RawClient idle = front.connect();
                RawClient client = front.connect()) {
            client.get("/shop/");
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            Thread closing = new Thread(front::close);
            closing.start();
            assertThat(idle.isClosedByPeer()).isTrue();
            go.countDown();
            assertThat(client.answer().body()).isEqualTo("done");
            assertThat(client.isClosedByPeer()).isTrue();
            closing.join(10_000);
            assertThat(closing.isAlive()).isFalse();
            assertThatExceptionOfType(ConnectException.class).isThrownBy(front::connect);
        }
    }

    @Test
    void aPortInUseIsWaitedFor() throws Exception {
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        DispatcherSettings settings =
                new TestSettings().port(taken.getLocalPort()).build();
        try (NettyDispatcher dispatcher = new NettyDispatcher(settings, TargetPool.empty("a", Nodes.KEY))) {
            dispatcher.start();
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> dispatcher.listening().get(500, TimeUnit.MILLISECONDS));
            taken.close();
            assertThat(dispatcher.listening().get(20, TimeUnit.SECONDS).getPort())
                    .isEqualTo(settings.port());
        }
    }
}
