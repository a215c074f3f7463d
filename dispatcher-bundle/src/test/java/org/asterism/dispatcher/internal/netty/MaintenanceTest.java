package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.asterism.dispatcher.ApplicationReport;
import org.asterism.dispatcher.MaintenanceNotice;
import org.asterism.dispatcher.internal.MaintenanceBoard;
import org.asterism.dispatcher.internal.Nodes;
import org.asterism.dispatcher.internal.TestSettings;
import org.asterism.servernode.NodeState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MaintenanceTest {

    private static final String GET = "GET /shop/x HTTP/1.1\r\nHost: t\r\n";

    private static MaintenanceBoard board(boolean on, boolean html, String page) {
        return MaintenanceBoard.EMPTY.with(
                List.of(new MaintenanceNotice("/shop", on, page, html, Duration.ofMillis(90_500), 1)));
    }

    @Test
    void thePageIsShownUntilItIsOver() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(node.up("/shop", "/other"));
                RawClient client = front.connect()) {
            front.update(board(true, true, "<h1>back at noon</h1>"));
            RawClient.Answer answer = client.get("/shop/x").answer();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("<h1>back at noon</h1>");
            assertThat(answer.header("content-type")).isEqualTo("text/html;charset=utf-8");
            assertThat(answer.header("retry-after")).isEqualTo("91");
            assertThat(answer.header("retry-after-ms")).isEqualTo("90500");
            assertThat(client.get("/other/").answer().body()).isEqualTo("a/1");
            assertThat(front.metrics().failed()).isZero();
            assertThat(front.report().applications().stream().filter(ApplicationReport::maintenance))
                    .extracting(ApplicationReport::path)
                    .containsExactly("/shop");
            front.update(board(false, true, ""));
            assertThat(client.get("/shop/x").answer().body()).isEqualTo("a/1");
        }
    }

    @Test
    void programsGetJsonAndABodyIsLeftUnread() throws Exception {
        try (Front front = Front.of()) {
            front.update(board(true, false, ""));
            RawClient.Answer answer = front.exchange(GET + "Accept: application/json\r\n\r\n");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("{\"status\":503,\"error\":\"/shop is under maintenance\"}\n");
            try (RawClient client = front.connect()) {
                client.send("POST /shop/x HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\n\r\n12345");
                assertThat(client.answer().body()).isEqualTo("/shop is under maintenance\n");
                assertThat(client.get("/other").answer().status()).isEqualTo(503);
            }
        }
    }

    @Test
    void whoWaitsSeesThePage() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(
                        new TestSettings().queue(5, Duration.ofSeconds(30)),
                        Nodes.node("a/1", NodeState.STARTING, node.port(), 1, "/shop"));
                RawClient client = front.connect()) {
            client.get("/shop/x");
            await().until(() -> front.metrics().queued() == 1);
            front.update(board(true, false, "later"));
            assertThat(client.answer().body()).isEqualTo("later");
        }
    }
}
