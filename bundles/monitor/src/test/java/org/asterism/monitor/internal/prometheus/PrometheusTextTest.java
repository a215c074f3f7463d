package org.asterism.monitor.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.asterism.metrics.Metric;
import org.asterism.monitor.internal.Series;
import org.junit.jupiter.api.Test;

class PrometheusTextTest {

    @Test
    void theTextIsWhatPrometheusReads() {
        Series sent = new Series(
                Metric.counter("test_sent_total", "Sent by \"topic\"", "topic"),
                List.of(new Series.Reading(List.of("a\"b\n"), 3), new Series.Reading(List.of("…"), 4e9)));
        Series up = new Series(Metric.gauge("test_up", "Up"), List.of(new Series.Reading(List.of(), 1)));
        String text = new String(PrometheusText.of(List.of(sent, up)), StandardCharsets.UTF_8);
        assertThat(text).isEqualTo("""
                        # HELP test_sent_total Sent by "topic"
                        # TYPE test_sent_total counter
                        test_sent_total{topic="a\\"b\\n"} 3.0
                        test_sent_total{topic="…"} 4.0E9
                        # HELP test_up Up
                        # TYPE test_up gauge
                        test_up 1.0
                        """);
    }
}
