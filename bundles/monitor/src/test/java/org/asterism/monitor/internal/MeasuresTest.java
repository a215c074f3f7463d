package org.asterism.monitor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MeasuresTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    @Test
    void theOtherClockAnsweredInTheMiddleOfTheExchange() {
        ClockOffset offset = ClockOffset.of(NOW, Duration.ofMillis(20), NOW.plusMillis(3_010));
        assertThat(offset.ahead()).isEqualTo(Duration.ofSeconds(-3));
        assertThat(offset.error()).isEqualTo(Duration.ofMillis(10));
        assertThat(offset.text()).isEqualTo("3000 ms behind the hub's clock, with an error of 10 ms");
    }

    @Test
    void aSlowExchangeProvesNothing() {
        Duration limit = Duration.ofMillis(500);
        assertThat(ClockOffset.of(NOW, Duration.ofMillis(20), NOW.minusMillis(600))
                        .exceeds(limit))
                .isTrue();
        assertThat(ClockOffset.of(NOW, Duration.ofMillis(800), NOW.minusMillis(200))
                        .exceeds(limit))
                .isFalse();
    }

    @Test
    void longPausesAreRememberedForAWhile() {
        GcPauses pauses = new GcPauses(Duration.ofSeconds(1), Duration.ofMinutes(10));
        pauses.add(Duration.ofMillis(999), 0);
        assertThat(pauses.text(0)).isEmpty();
        pauses.add(Duration.ofSeconds(1), 0);
        pauses.add(Duration.ofMillis(2_500), MINUTE);
        assertThat(pauses.text(2 * MINUTE))
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("2 pauses").endsWith("the longest 2500 ms"));
        assertThat(pauses.text(10 * MINUTE + 1))
                .hasValueSatisfying(text -> assertThat(text).startsWith("1 pauses"));
        assertThat(pauses.text(11 * MINUTE + 1)).isEmpty();
    }
}
