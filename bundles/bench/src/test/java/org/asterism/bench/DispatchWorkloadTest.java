package org.asterism.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.asterism.bench.netty.HttpBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DispatchWorkloadTest {

    @Test
    void measuresTheDispatcherAndTheBytePump() throws Exception {
        Duration moment = Duration.ofMillis(300);
        try (HttpBackend elsewhere = new HttpBackend()) {
            URI front = URI.create("http://127.0.0.1:" + elsewhere.port() + "/shop/");

            Report report = new DispatchWorkload(8, moment, moment, Optional.of(front)).run(what -> {});

            assertThat(report.rows())
                    .extracting(Row::name)
                    .containsExactly(
                            "no proxy, one back end",
                            "byte pump",
                            "dispatcher",
                            "byte pump, alone",
                            "dispatcher, alone",
                            "dispatcher at " + front.getAuthority());
            assertThat(report.rows())
                    .allSatisfy(row -> assertThat(row.perSecond().getAsDouble()).isPositive());
            assertThat(report.targets()).hasSize(5).allSatisfy(target -> assertThat(target.measured())
                    .isPositive());
        }
    }
}
