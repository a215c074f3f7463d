package org.asterism.servernode.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.asterism.servernode.internal.FirstReadiness.State;
import org.junit.jupiter.api.Test;

class FirstReadinessTest {

    private final AtomicBoolean brought = new AtomicBoolean();
    private final FirstReadiness readiness = new FirstReadiness(brought::get, seconds(60), seconds(1));

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Test
    void beginsWithTheApplicationsAndStays() {
        assertThat(readiness.look(seconds(2))).isEqualTo(State.WAITING);
        brought.set(true);
        assertThat(readiness.look(seconds(3))).isEqualTo(State.BROUGHT);
        brought.set(false);
        assertThat(readiness.look(seconds(4))).isEqualTo(State.READY);
    }

    @Test
    void doesNotWaitForEver() {
        assertThat(readiness.look(seconds(60))).isEqualTo(State.WAITING);
        assertThat(readiness.look(seconds(61))).isEqualTo(State.OVERDUE);
        assertThat(readiness.look(seconds(62))).isEqualTo(State.READY);
    }

    @Test
    void withoutALimitThereIsNoWait() {
        assertThat(new FirstReadiness(brought::get, Duration.ZERO, seconds(1)).look(seconds(1)))
                .isEqualTo(State.OVERDUE);
    }
}
