package org.asterism.client.internal;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HubPulseTest {

    private static final int TICK = 20;

    private final HubPulse pulse = new HubPulse(Duration.ofSeconds(3), 0);
    private long now;

    @Test
    void aHubThatIsSilentForTheLimitIsGone() {
        assertThat(silentFor(2_980)).isFalse();
        assertThat(silentFor(TICK)).isTrue();
    }

    @Test
    void eachSignOfLifeBeginsTheLimitAnew() {
        for (int i = 0; i < 10; i++) {
            assertThat(silentFor(2_900)).isFalse();
            pulse.heard();
        }
        assertThat(silentFor(3_000)).isFalse(); // the tick after the sign of life only sees it
        assertThat(silentFor(TICK)).isTrue();
    }

    @Test
    void aPauseOfItsOwnIsNoSilenceOfTheHub() {
        silentFor(1_000);
        now += 60_000;

        assertThat(silentFor(1_700)).isFalse();
        pulse.heard();
        assertThat(silentFor(3_000)).isFalse();
        assertThat(silentFor(TICK)).isTrue();
    }

    private boolean silentFor(long millis) {
        boolean gone = false;
        for (long until = now + millis; now < until; ) {
            now += TICK;
            gone = pulse.isGone(MILLISECONDS.toNanos(now));
        }
        return gone;
    }
}
