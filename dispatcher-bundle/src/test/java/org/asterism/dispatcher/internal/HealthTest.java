package org.asterism.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final EjectionRule RULE =
            new EjectionRule(3, Duration.ofNanos(100), Duration.ofNanos(350), Duration.ZERO);

    @Test
    void isEjectedByFailuresInARow() {
        Health two = Health.GOOD.failed(0, RULE).failed(0, RULE);
        assertThat(two.ejected()).isFalse();
        Health three = two.failed(10, RULE);
        assertThat(three.ejected()).isTrue();
        assertThat(three.admits(109)).isFalse();
        assertThat(three.admits(110)).isTrue();
    }

    @Test
    void failuresOfRequestsThatWereUnderWayDoNotLengthenTheEjection() {
        Health ejected = Health.GOOD.failed(0, RULE).failed(0, RULE).failed(0, RULE);
        assertThat(ejected.failed(50, RULE)).isEqualTo(ejected);
    }

    @Test
    void oneRequestTriesAndEachFailureDoublesThePauseUpToTheLongest() {
        Health health = Health.GOOD.failed(0, RULE).failed(0, RULE).failed(0, RULE);
        long now = 100;
        for (long pause : new long[] {200, 350, 350, 350}) {
            Health trying = health.tried(now, RULE);
            assertThat(trying.admits(now + 99)).isFalse();
            assertThat(trying.admits(now + 100))
                    .as("if the first never comes back")
                    .isTrue();
            health = trying.failed(now, RULE);
            assertThat(health.until()).isEqualTo(now + pause);
            now += pause;
        }
    }

    @Test
    void worksWhereTheClockWrapsAround() {
        long now = Long.MAX_VALUE - 10;
        Health ejected = Health.GOOD.failed(now, RULE).failed(now, RULE).failed(now, RULE);
        assertThat(ejected.admits(now + 50)).isFalse();
        assertThat(ejected.admits(now + 100)).isTrue();
    }

    @Test
    void rulesAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EjectionRule(0, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ZERO))
                .withMessageContaining("ejection.failures");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EjectionRule(1, Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ZERO))
                .withMessageContaining("ejection.max.millis");
    }
}
