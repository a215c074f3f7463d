package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.asterism.dispatcher.ApplicationReport;
import org.asterism.dispatcher.internal.DispatchPolicy;
import org.asterism.dispatcher.internal.LimitRule;
import org.asterism.dispatcher.internal.TestSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More requests than the nodes can take. */
@Timeout(60)
class OverloadTest {

    private static final String SLOW = "GET /slow/ HTTP/1.1\r\nHost: t\r\n\r\n";
    private static final String FAST = "GET /fast/ HTTP/1.1\r\nHost: t\r\n\r\n";

    private final Semaphore answers = new Semaphore(0);
    private final Deque<RawClient> clients = new ArrayDeque<>();

    private boolean slowly(Backend.Request request) throws IOException {
        try {
            return (!request.target().startsWith("/slow") || answers.tryAcquire(20, TimeUnit.SECONDS))
                    && request.answer(200, request.target());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Two requests of an application in flight at a node, and three that wait. */
    private static TestSettings small() {
        return new TestSettings()
                .policy(new DispatchPolicy(TestSettings.EJECTION, new LimitRule(2, 2), 1))
                .queue(3, Duration.ofSeconds(30));
    }

    private static ApplicationReport slow(Front front) {
        return front.report().applications().stream()
                .filter(application -> application.path().equals("/slow"))
                .findFirst()
                .orElseThrow();
    }

    private void fill(Front front, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            clients.add(front.connect().send(SLOW));
        }
    }

    @AfterEach
    void close() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
    }

    @Test
    void aSlowApplicationDoesNotStarveAnother() throws Exception {
        try (Backend node = Backend.of("a/1", this::slowly);
                Front front = Front.of(small(), node.up("/slow", "/fast"))) {
            fill(front, 5);
            await().until(() -> slow(front).waiting() == 3);
            RawClient.Answer rejected = front.exchange(SLOW);
            assertThat(rejected.status()).isEqualTo(503);
            assertThat(rejected.body()).contains("all server nodes have enough to do for /slow/");
            assertThat(rejected.header("retry-after")).isEqualTo("1");
            assertThat(Integer.parseInt(rejected.header("retry-after-ms"))).isBetween(100, 5000);
            for (int i = 0; i < 20; i++) {
                assertThat(front.exchange(FAST).status()).isEqualTo(200);
            }
            assertThat(node.requests.stream().filter(r -> r.target().startsWith("/slow")))
                    .hasSize(2);
            assertThat(slow(front).rejected()).isEqualTo(1);
            assertThat(slow(front).queued()).isEqualTo(3);
            answers.release(5);
            for (RawClient client : clients) {
                assertThat(client.answer().status()).isEqualTo(200);
            }
            await().untilAsserted(() ->
                    assertThat(slow(front).places().get(0).inFlight()).isZero());
        }
    }

    @Test
    void whoWaitsLongestIsServedNext() throws Exception {
        try (Backend node = Backend.of("a/1", this::slowly);
                Front front = Front.of(small(), node.up("/slow"))) {
            fill(front, 2);
            await().until(() -> node.requests.size() == 2);
            List<String> order = new ArrayList<>();
            for (String name : List.of("one", "two", "three")) {
                int before = slow(front).waiting();
                clients.add(front.connect().send("GET /slow/" + name + " HTTP/1.1\r\nHost: t\r\n\r\n"));
                await().until(() -> slow(front).waiting() == before + 1);
            }
            for (int served = 3; served <= 5; served++) {
                answers.release();
                int count = served;
                await().until(() -> node.requests.size() == count);
                order.add(node.requests.get(served - 1).target());
            }
            assertThat(order).containsExactly("/slow/one", "/slow/two", "/slow/three");
            answers.release(2);
        }
    }

    @Test
    void nodesOfOthersHelpOut() throws Exception {
        try (Backend own = Backend.of("a/1", this::slowly);
                Backend other = Backend.of("b/1", this::slowly);
                Front front = Front.of(small(), own.up("/slow"), other.up("/slow"))) {
            fill(front, 4);
            await().until(() -> own.requests.size() == 2 && other.requests.size() == 2);
            answers.release(4);
        }
    }

    @Test
    void whoGivesUpLeavesTheLine() throws Exception {
        try (Backend node = Backend.of("a/1", this::slowly);
                Front front = Front.of(small(), node.up("/slow"))) {
            fill(front, 4);
            await().until(() -> slow(front).waiting() == 2);
            clients.removeLast().close();
            clients.removeLast().close();
            await().until(() -> slow(front).waiting() < 2);
            answers.release(clients.size() + 2);
            for (RawClient client : clients) {
                client.close();
            }
            await().until(() ->
                    slow(front).waiting() == 0 && slow(front).places().get(0).inFlight() == 0);
            assertThat(front.exchange(SLOW).status()).isEqualTo(200);
        }
    }
}
