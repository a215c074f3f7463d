package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.asterism.dispatcher.internal.AccessLogSettings;
import org.asterism.dispatcher.internal.LogFormat;
import org.asterism.dispatcher.internal.ObservationSettings;
import org.asterism.dispatcher.internal.TestSettings;
import org.asterism.dispatcher.internal.TraceParent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Requests can be followed: by ids, and in the access log. */
@Timeout(60)
class FollowedTest {

    private static final String GET = "GET /shop/ HTTP/1.1\r\nHost: t\r\n";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @TempDir
    private Path directory;

    @Test
    void eachRequestHasAnIdAndATrace() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(node.up())) {
            RawClient.Answer answer = front.exchange(GET + "\r\n");
            String id = answer.header("x-request-id");
            assertThat(id).hasSize(32);
            Backend.Request seen = node.requests.get(0);
            assertThat(seen.headers("x-request-id")).containsExactly(id);
            assertThat(TraceParent.traceOf(seen.headers("traceparent"))).isEqualTo(id);
            assertThat(front.exchange(GET + "\r\n").header("x-request-id")).isNotEqualTo(id);
        }
    }

    @Test
    void thoseOfTheClientArePassedOn() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(node.up())) {
            RawClient.Answer answer = front.exchange(
                    GET + "X-Request-ID: mine-1\r\nTraceparent: " + TRACE + "\r\nTracestate: a=b\r\n\r\n");
            assertThat(answer.header("x-request-id")).isEqualTo("mine-1");
            Backend.Request seen = node.requests.get(0);
            assertThat(seen.headers("x-request-id")).containsExactly("mine-1");
            assertThat(seen.headers("traceparent")).containsExactly(TRACE);
            assertThat(seen.headers("tracestate")).containsExactly("a=b");
        }
    }

    @Test
    void invalidOnesAreReplaced() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(node.up())) {
            RawClient.Answer answer =
                    front.exchange(GET + "X-Request-ID: a b\r\nTraceparent: 00-1-2-3\r\nTracestate: a=b\r\n\r\n");
            Backend.Request seen = node.requests.get(0);
            assertThat(answer.header("x-request-id")).hasSize(32);
            assertThat(seen.headers("x-request-id")).containsExactly(answer.header("x-request-id"));
            assertThat(TraceParent.traceOf(seen.headers("traceparent"))).hasSize(32);
            assertThat(seen.headers("tracestate")).isEmpty();
        }
    }

    @Test
    void theNodesOwnIdDoesNotReachTheClientTwice() throws Exception {
        Backend.Behaviour own = request -> {
            request.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Request-Id: own\r\n\r\n");
            return true;
        };
        try (Backend node = Backend.of("a/1", own);
                Front front = Front.of(node.up())) {
            String head = front.exchange(GET + "X-Request-ID: mine\r\n\r\n").head();
            assertThat(head.toLowerCase(Locale.ROOT))
                    .containsOnlyOnce("x-request-id")
                    .contains("mine");
        }
    }

    @Test
    void allOfItCanBeSwitchedOff() throws Exception {
        TestSettings off = new TestSettings().observation(new ObservationSettings(false, false, 0, Optional.empty()));
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(off, node.up())) {
            RawClient.Answer answer = front.exchange(GET + "X-Request-ID: mine\r\n\r\n");
            assertThat(answer.header("x-request-id")).isEmpty();
            assertThat(node.requests.get(0).headers("x-request-id")).containsExactly("mine");
            assertThat(node.requests.get(0).headers("traceparent")).isEmpty();
        }
    }

    @Test
    void requestsAreLogged() throws Exception {
        Path file = directory.resolve("access.log");
        AccessLogSettings log = new AccessLogSettings(
                file, LogFormat.parse("%m %U %s %B %{node}x %{tries}x %L %{User-Agent}i"), 100_000, 1, 100);
        TestSettings logging =
                new TestSettings().observation(new ObservationSettings(true, true, 100, Optional.of(log)));
        Backend.Behaviour answers = request -> {
            if (request.target().endsWith("chunked")) {
                request.send("HTTP/1.1 201 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
                return true;
            }
            return request.answer(200, "plain");
        };
        try (Backend node = Backend.of("a/1", answers);
                Front front = Front.of(logging, node.up());
                RawClient client = front.connect()) {
            for (String path : List.of("/shop/plain", "/shop/chunked", "/other")) {
                client.send("GET " + path + " HTTP/1.1\r\nHost: t\r\nUser-Agent: \"x\"\r\nX-Request-ID: id\r\n\r\n");
                client.answer();
            }
            await().untilAsserted(() -> assertThat(file).exists());
            await().untilAsserted(() -> assertThat(Files.readAllLines(file)).hasSize(3));
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).isEqualTo("GET /shop/plain 200 5 a/1 1 id \\\"x\\\"");
        assertThat(lines.get(1)).isEqualTo("GET /shop/chunked 201 5 a/1 1 id \\\"x\\\"");
        assertThat(lines.get(2)).startsWith("GET /other 404 ").endsWith(" - 0 id \\\"x\\\"");
    }
}
