package org.asterism.lock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private static final Duration LENGTH = Duration.ofNanos(100);

    @Test
    void holdsForItsLength() {
        assertThat(new Lease(50, LENGTH).holdsAt(149)).isTrue();
        assertThat(new Lease(50, LENGTH).holdsAt(150)).isFalse();
        assertThat(Lease.NONE.holdsAt(0)).isFalse();
    }

    @Test
    void holdsWhereTheClockIsNegativeOrOverflows() {
        assertThat(new Lease(-50, LENGTH).holdsAt(49)).isTrue();
        assertThat(new Lease(Long.MAX_VALUE, LENGTH).holdsAt(Long.MIN_VALUE + 98))
                .isTrue();
        assertThat(new Lease(Long.MAX_VALUE, LENGTH).holdsAt(Long.MIN_VALUE + 99))
                .isFalse();
    }

    @Test
    void theLatestIsTheOneThatEndsLater() {
        Lease early = new Lease(-90, LENGTH);
        Lease late = new Lease(-80, LENGTH);
        assertThat(early.latest(late)).isEqualTo(late);
        assertThat(late.latest(early)).isEqualTo(late);
        assertThat(Lease.NONE.latest(early)).isEqualTo(early);
    }
}
