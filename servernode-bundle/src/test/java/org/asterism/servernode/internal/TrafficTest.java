package org.asterism.servernode.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.asterism.servernode.NodeLoad;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final Duration START = Duration.ofSeconds(100);

    private final Traffic traffic = new Traffic();

    @Test
    void countsRequestsThatAreNotAnswered() {
        traffic.begun();
        traffic.begun();
        traffic.ended();
        assertThat(traffic.load(START)).isEqualTo(new NodeLoad(1, 0));
    }

    @Test
    void aSessionCountsOnceUntilItsTimeIsOverOrItIsEnded() {
        traffic.used("one", Duration.ofSeconds(10), START);
        traffic.used("one", Duration.ofSeconds(10), START.plusSeconds(5));
        traffic.used("two", Duration.ofSeconds(10), START);
        traffic.used("for ever", Duration.ofSeconds(-1), START);
        assertThat(traffic.load(START).sessions()).isEqualTo(3);
        assertThat(traffic.load(START.plusSeconds(10)).sessions()).isEqualTo(2);
        traffic.gone("one");
        assertThat(traffic.load(START.plusSeconds(1_000_000)).sessions()).isOne();
    }

    @Test
    void whatIsCountedIsBounded() {
        for (int i = 0; i < 100_010; i++) {
            traffic.used("session " + i, Duration.ofSeconds(10), START);
        }
        assertThat(traffic.load(START).sessions()).isEqualTo(100_000);
    }
}
