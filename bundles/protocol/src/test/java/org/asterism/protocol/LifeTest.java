package org.asterism.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.asterism.cluster.MemberId;
import org.junit.jupiter.api.Test;

class LifeTest {

    private static final MemberId A = new MemberId("a");
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void ofTwoLivesThatWhichBeganLaterIsAfterTheOther() {
        Life earlier = new Life(A, Life.incarnation(TIME));
        Life later = new Life(A, Life.incarnation(TIME.plusMillis(1)));

        assertThat(later.isAfter(earlier)).isTrue();
        assertThat(earlier.isAfter(later)).isFalse();
        assertThat(later.isAfter(later)).isFalse();
    }

    @Test
    void nothingIsSaidOfLivesOfOthers() {
        Life one = new Life(A, Life.incarnation(TIME));
        Life other = new Life(new MemberId("b"), Life.incarnation(TIME.plusMillis(1)));

        assertThat(other.isAfter(one)).isFalse();
    }

    @Test
    void incarnationsOfOneMomentDiffer() {
        assertThat(Life.incarnation(TIME)).isNotEqualTo(Life.incarnation(TIME));
        assertThat(Life.incarnation(TIME)).matches("[0-9a-f]{12}-[0-9a-f]{16}");
    }
}
