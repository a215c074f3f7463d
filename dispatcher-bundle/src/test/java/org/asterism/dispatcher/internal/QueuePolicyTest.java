package org.asterism.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QueuePolicyTest {

    private final QueuePolicy policy = new QueuePolicy(2, Duration.ofNanos(100));

    @Test
    void boundsHowManyWait() {
        assertThat(policy.admits(1, 0, 0)).isTrue();
        assertThat(policy.admits(2, 0, 0)).isFalse();
        assertThat(new QueuePolicy(0, Duration.ofNanos(1)).admits(0, 0, 0)).isFalse();
    }

    @Test
    void boundsHowLongOneWaits() {
        long since = Long.MAX_VALUE - 5;
        assertThat(policy.admits(0, since, since + 99)).isTrue();
        assertThat(policy.admits(0, since, since + 100)).isFalse();
    }
}
