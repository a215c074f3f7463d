package org.asterism.dispatcher.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.asterism.dispatcher.Ejection;
import org.asterism.dispatcher.TargetReport;
import org.asterism.dispatcher.internal.DispatchPolicy;
import org.asterism.dispatcher.internal.EjectionRule;
import org.asterism.dispatcher.internal.TestSettings;
import org.asterism.dispatcher.internal.Timeouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProberTest {

    private static TestSettings probing() {
        EjectionRule rule = new EjectionRule(2, Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofMillis(50));
        return new TestSettings().policy(new DispatchPolicy(rule, TestSettings.LIMIT, 1));
    }

    private static TargetReport target(Front front) {
        return front.report().targets().get(0);
    }

    @Test
    void anIdleNodeIsAskedAndStaysAdmitted() throws Exception {
        try (Backend node = Backend.named("a/1");
                Front front = Front.of(probing(), node.up())) {
            await().until(() -> node.requests.size() >= 3);
            assertThat(node.requests.get(0).head()).startsWith("OPTIONS * HTTP/1.1\r\n");
            assertThat(target(front).ejection()).isEmpty();
            assertThat(front.metrics().probes()).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void aDeadNodeIsEjectedWithoutARequestAndComesBack() throws Exception {
        Backend node = Backend.named("a/1");
        try (Front front = Front.of(probing(), node.up())) {
            node.close();
            await().until(() -> target(front).ejection().isPresent());
            Ejection ejection = target(front).ejection().orElseThrow();
            assertThat(ejection.cause()).startsWith("asked whether it is well: ");
            assertThat(target(front).failures()).isGreaterThanOrEqualTo(2);
            try (Backend again = Backend.at(node.port(), "a/1", request -> request.answer(200, "again"))) {
                await().until(() -> target(front).ejection().isEmpty());
                assertThat(again.requests).allMatch(request -> request.method().equals("OPTIONS"));
                assertThat(front.metrics().requests()).isZero();
            }
        }
    }

    @Test
    void aNodeThatHangsIsFoundOut() throws Exception {
        AtomicBoolean hangs = new AtomicBoolean(true);
        Backend.Behaviour hanging = request -> hangs.get() ? silent(request) : request.answer(200, "ok");
        TestSettings impatient = probing()
                .timeouts(t ->
                        new Timeouts(Duration.ofMillis(200), t.client(), t.response(), t.tunnel(), t.pool(), t.stop()));
        try (Backend node = Backend.of("a/1", hanging);
                Front front = Front.of(impatient, node.up())) {
            await().until(() -> target(front).ejection().isPresent());
            assertThat(target(front).ejection().orElseThrow().cause()).contains("no answer within 200 ms");
            hangs.set(false);
            await().until(() -> target(front).ejection().isEmpty());
        }
    }

    private static boolean silent(Backend.Request request) throws IOException {
        return request.in().read() >= 0;
    }
}
