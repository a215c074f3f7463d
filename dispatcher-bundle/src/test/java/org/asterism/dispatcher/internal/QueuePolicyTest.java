package org.asterism.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QueuePolicyTest {

    private final QueuePolicy policy = new QueuePolicy(2, Duration.ofNanos(100));

    @Test
    void boundsHowLongOneWaits() {
        long since = Long.MAX_VALUE - 5;
        assertThat(policy.admits(since, since + 99)).isTrue();
        assertThat(policy.admits(since, since + 100)).isFalse();
    }
}
