package org.asterism.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.asterism.dispatcher.Traffic;
import org.asterism.dispatcher.internal.RecentTimes.Sample;
import org.junit.jupiter.api.Test;

class RecentTimesTest {

    private final RecentTimes times = new RecentTimes();

    @Test
    void tellsHowLongRequestsTook() {
        for (int millis = 1; millis <= 100; millis++) {
            times.took(Duration.ofMillis(millis).toNanos(), millis > 98);
        }
        Traffic traffic = times.sample().over(Duration.ofSeconds(50));
        assertThat(traffic.requests()).isEqualTo(100);
        assertThat(traffic.serverErrors()).isEqualTo(2);
        assertThat(traffic.perSecond()).isEqualTo(2);
        assertThat(traffic.p50Micros()).isBetween(49_500L, 50_600L);
        assertThat(traffic.p99Micros()).isBetween(98_000L, 100_000L);
        assertThat(traffic.maxMicros()).isBetween(100_000L, 101_000L);
    }

    @Test
    void forgetsTimesButNoCounts() {
        times.took(1_000_000, false);
        times.turn();
        times.took(2_000_000, false);
        times.turn();
        times.turn();
        Sample left = times.sample();
        assertThat(left.requests()).isEqualTo(2);
        assertThat(left.micros().getTotalCount()).isEqualTo(1);
        times.turn();
        assertThat(times.sample().over(Duration.ofSeconds(1))).isEqualTo(new Traffic(2, 0, 0, 0, 0, 0));
    }

    @Test
    void severalThreadsAreAddedUp() {
        times.took(1_000_000, false);
        Sample sum = times.sample().plus(times.sample()).plus(Sample.none());
        assertThat(sum.requests()).isEqualTo(2);
        assertThat(sum.micros().getTotalCount()).isEqualTo(2);
    }

    @Test
    void theWindowIsAsLongAsTheSlicesHold() {
        assertThat(RecentTimes.window(Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(5));
        assertThat(RecentTimes.window(Duration.ofSeconds(59))).isEqualTo(Duration.ofSeconds(59));
        assertThat(RecentTimes.window(Duration.ofSeconds(61))).isEqualTo(Duration.ofSeconds(41));
    }
}
