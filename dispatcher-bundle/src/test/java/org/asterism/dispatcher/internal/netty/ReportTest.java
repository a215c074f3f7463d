package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.asterism.dispatcher.ApplicationReport;
import org.asterism.dispatcher.DispatcherReport;
import org.asterism.dispatcher.TargetReport;
import org.asterism.dispatcher.internal.Nodes;
import org.asterism.dispatcher.internal.RetryPolicy;
import org.asterism.dispatcher.internal.TestSettings;
import org.asterism.servernode.NodeState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a dispatcher tells of itself. */
@Timeout(60)
class ReportTest {

    private static final String PLAIN = "GET /shop/ HTTP/1.1\r\nHost: t\r\n";

    @Test
    void countsAndTimesRequests() throws Exception {
        try (Backend node = Backend.of(
                        "a/1", request -> request.answer(request.target().endsWith("bad") ? 500 : 200, ""));
                Front front = Front.of(node.up("/shop", "/"));
                RawClient client = front.connect()) {
            for (int i = 0; i < 10; i++) {
                assertThat(client.get("/shop/").answer().status()).isEqualTo(200);
            }
            assertThat(client.get("/shop/bad").answer().status()).isEqualTo(500);
            DispatcherReport report = front.report();
            assertThat(report.instance()).isEqualTo("a");
            assertThat(report.counts().requests()).isEqualTo(11);
            assertThat(report.applications())
                    .extracting(ApplicationReport::path)
                    .containsExactly("/", "/shop");
            ApplicationReport shop = report.applications().get(1);
            assertThat(shop.traffic().requests()).isEqualTo(11);
            assertThat(shop.traffic().serverErrors()).isEqualTo(1);
            assertThat(shop.traffic().perSecond()).isPositive();
            assertThat(shop.traffic().p50Micros())
                    .isPositive()
                    .isLessThanOrEqualTo(shop.traffic().maxMicros());
            assertThat(shop.places()).singleElement().satisfies(place -> {
                assertThat(place.node().value()).isEqualTo("a/1");
                assertThat(place.inFlight()).isZero();
                assertThat(place.limit()).isEqualTo(128);
                assertThat(place.traffic().requests()).isEqualTo(11);
            });
        }
    }

    @Test
    void aDrainIsSeenInNumbers() throws Exception {
        try (Backend one = Backend.named("a/1");
                Backend two = Backend.named("a/2");
                Front front = Front.of(one.up())) {
            String tied = front.exchange(PLAIN + "\r\n").header("set-cookie").split(";", 2)[0];
            for (String session : new String[] {"x", "y", "x"}) {
                front.exchange(PLAIN + "Cookie: " + tied + "; JSESSIONID=" + session + "\r\n\r\n");
            }
            assertThat(front.report().targets().get(0).sessions()).isEqualTo(2);
            front.update(Nodes.node("a/1", NodeState.STOPPED, one.port(), 1, "/shop"), two.up());
            assertThat(front.exchange(PLAIN + "Cookie: " + tied + "; JSESSIONID=x\r\n\r\n")
                            .body())
                    .isEqualTo("a/2");
            TargetReport left = front.report().targets().get(0);
            assertThat(left.state()).isEqualTo(NodeState.STOPPED);
            assertThat(left.moved()).isEqualTo(1);
            assertThat(left.sessions()).isEqualTo(1);
            assertThat(left.outstanding()).isZero();
        }
    }

    @Test
    void retriesThatTheBudgetDoesNotAllowAreCounted() throws Exception {
        try (Backend node = Backend.of("a/1", Backend.Request::reset);
                Front front = Front.of(new TestSettings().retry(new RetryPolicy(5, 0, 0)), node.up())) {
            assertThat(front.exchange(PLAIN + "\r\n").status()).isEqualTo(502);
            assertThat(front.metrics().retriesRefused()).isEqualTo(1);
            assertThat(front.metrics().retries()).isZero();
            await().untilAsserted(() -> assertThat(
                            front.report().applications().get(0).places().get(0).inFlight())
                    .isZero());
        }
    }
}
