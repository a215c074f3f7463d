package org.asterism.supervisor.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.NodeLoad;
import org.asterism.supervisor.internal.Child;
import org.asterism.supervisor.internal.HealthAnswer;
import org.asterism.supervisor.internal.HealthAnswer.NotReady;
import org.asterism.supervisor.internal.HealthAnswer.Ready;
import org.asterism.supervisor.internal.HealthAnswer.Silent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpHealthProbeTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final String GOOD = """
            {"id":"a/1","incarnation":"i-1","state":"UP","pid":4711,"applications":["/shop","/admin"]}""";

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
        executor.shutdownNow();
    }

    @Test
    void aGoodAnswerMeansReady() throws Exception {
        answer(200, GOOD);
        Ready ready = (Ready) ask(port(), 4711, 5_000);
        assertThat(ready.incarnation()).isEqualTo("i-1");
        assertThat(ready.applications()).containsExactly("/shop", "/admin");
    }

    @Test
    void itTellsWhatThereIsToDo() throws Exception {
        answer(200, GOOD.replace("}", ",\"requests\":2,\"sessions\":3}"));
        assertThat(((Ready) ask(port(), 4711, 5_000)).load()).isEqualTo(new NodeLoad(2, 3));
    }

    @Test
    void anyOtherStatusMeansNotReady() throws Exception {
        answer(503, GOOD);
        assertThat(ask(port(), 4711, 5_000)).isEqualTo(new NotReady("its health answer is HTTP 503"));
    }

    @Test
    void anAnswerOfAnotherProcessDoesNotCount() throws Exception {
        answer(200, GOOD);
        assertThat(ask(port(), 4712, 5_000))
                .isEqualTo(new NotReady("another process answers at its port: a/1 with pid 4711"));
    }

    @Test
    void rubbishMeansNotReady() throws Exception {
        answer(200, "<html>");
        assertThat(ask(port(), 4711, 5_000)).isEqualTo(new NotReady("its health answer is not JSON"));
    }

    @Test
    void anEndlessAnswerIsNotRead() throws Exception {
        answer(200, "x".repeat(1024 * 1024));
        assertThat(ask(port(), 4711, 5_000)).isInstanceOf(Silent.class);
    }

    @Test
    void aClosedPortMeansNotReady() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
            port = socket.getLocalPort();
        }
        assertThat(ask(port, 4711, 5_000)).isEqualTo(new NotReady("its HTTP port is not open"));
    }

    @Test
    void whoAcceptsAndSaysNothingIsSilent() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, LOOPBACK)) {
            assertThat(ask(mute.getLocalPort(), 4711, 200)).isInstanceOf(Silent.class);
        }
    }

    @Test
    void whoStopsInTheMiddleOfAnAnswerIsSilent() throws Exception {
        server.createContext("/.asterism/health", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        });
        assertThat(ask(port(), 4711, 200)).isInstanceOf(Silent.class);
    }

    private void answer(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext("/.asterism/health", exchange -> {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private HealthAnswer ask(int port, long pid, long timeoutMillis) throws Exception {
        Child child = new Child(pid, 1, URI.create("http://127.0.0.1:" + port));
        return new HttpHealthProbe(Duration.ofMillis(timeoutMillis), executor)
                .of(MemberId.ofNode("a", 1))
                .ask(child)
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }
}
