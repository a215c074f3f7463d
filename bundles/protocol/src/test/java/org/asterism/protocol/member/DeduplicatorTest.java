package org.asterism.protocol.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeduplicatorTest {

    private final Deduplicator deduplicator = new Deduplicator();

    @Test
    void theSecondTimeIsNotTheFirst() {
        assertThat(deduplicator.of("i").first(1)).isTrue();
        assertThat(deduplicator.of("i").first(1)).isFalse();
        assertThat(deduplicator.of("j").first(1)).isTrue();
    }

    @Test
    void whatComesLateIsStillNew() {
        assertThat(deduplicator.of("i").first(5)).isTrue();
        assertThat(deduplicator.of("i").first(3)).isTrue();
        assertThat(deduplicator.of("i").first(3)).isFalse();
    }

    @Test
    void whatIsOlderThanTheWindowCountsAsDelivered() {
        assertThat(deduplicator.of("i").first(1 + Deduplicator.WINDOW)).isTrue();
        assertThat(deduplicator.of("i").first(1)).isFalse();
        assertThat(deduplicator.of("i").first(2)).isTrue();
    }

    @Test
    void agreesWithASetThatForgetsNothing() {
        long seed = Long.getLong("asterism.seed", System.nanoTime());
        Random random = new Random(seed);
        Set<Long> seen = new HashSet<>();
        long newest = 0;
        for (int i = 0; i < 200_000; i++) {
            newest += random.nextInt(3);
            long sequence = Math.max(1, newest - random.nextInt(1000));
            assertThat(deduplicator.of("i").first(sequence))
                    .as("asterism.seed=%s, round %s", seed, i)
                    .isEqualTo(seen.add(sequence));
        }
    }
}
