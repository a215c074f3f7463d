package org.asterism.protocol.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeduplicatorTest {

    private final Deduplicator deduplicator = new Deduplicator();

    @Test
    void theSecondTimeIsNotTheFirst() {
        assertThat(deduplicator.of("i").firstToMe(1)).isTrue();
        assertThat(deduplicator.of("i").firstToMe(1)).isFalse();
        assertThat(deduplicator.of("j").firstToMe(1)).isTrue();
    }

    @Test
    void theLanesHaveNothingToDoWithEachOther() {
        assertThat(deduplicator.of("i").firstToMe(7)).isTrue();
        assertThat(deduplicator.of("i").firstToSeveral(3)).isTrue();
        assertThat(deduplicator.of("i").firstToMe(6)).isFalse();
        assertThat(deduplicator.of("i").firstToSeveral(4)).isTrue();
    }

    @Test
    void whatIsSentAgainFromTheFirstUnconfirmedOnIsDeliveredOnce() {
        Deduplicator.Seen seen = deduplicator.of("i");
        for (int sequence : new int[] {1, 2, 5, 9}) {
            assertThat(seen.firstToSeveral(sequence)).isTrue();
        }
        for (int sequence : new int[] {2, 5, 9}) {
            assertThat(seen.firstToSeveral(sequence)).isFalse();
        }
        assertThat(seen.firstToSeveral(10)).isTrue();
    }
}
