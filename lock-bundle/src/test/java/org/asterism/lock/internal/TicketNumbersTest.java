package org.asterism.lock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TicketNumbersTest {

    private static final int HIGHEST = 200;

    @Test
    void whatIsConsecutiveIsOneRange() {
        Set<Long> million = LongStream.range(1, 1_000_001).boxed().collect(Collectors.toSet());

        assertThat(TicketNumbers.of(million)).hasToString("[1..1000000]");
        assertThat(TicketNumbers.of(Set.of(9L, 7L, 8L, 3L))).hasToString("[3, 7..9]");
        assertThat(TicketNumbers.of(Set.of())).hasToString("[]");
    }

    @Test
    void itIsTheSameSet() {
        Random random = new Random(4711);
        for (int round = 0; round < 200; round++) {
            Set<Long> numbers = new TreeSet<>();
            for (int i = random.nextInt(HIGHEST); i > 0; i--) {
                numbers.add((long) random.nextInt(HIGHEST));
            }
            same(TicketNumbers.of(numbers), numbers);
        }
    }

    private static void same(TicketNumbers ranges, Set<Long> numbers) {
        List<Long> all = new ArrayList<>();
        ranges.forEach(all::add);
        assertThat(all).containsExactlyElementsOf(numbers);
        assertThat(ranges.toSet()).isEqualTo(numbers);
        assertThat(ranges.size()).isEqualTo(numbers.size());
        assertThat(ranges).isEqualTo(TicketNumbers.of(ranges.toSet()));
        for (long number = -1; number <= HIGHEST; number++) {
            assertThat(ranges.contains(number)).isEqualTo(numbers.contains(number));
        }
    }
}
