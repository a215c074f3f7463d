package org.asterism.drill.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asterism.drill.history.FaultKind;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Set<FaultKind> ALL = EnumSet.allOf(FaultKind.class);

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(plan(1, ALL, 50)).isEqualTo(plan(1, ALL, 50)).isNotEqualTo(plan(2, ALL, 50));
    }

    @Test
    void hasWhatIsWantedAndNothingElse() {
        Set<FaultKind> wanted = EnumSet.of(FaultKind.WIRE_CUT, FaultKind.HUB_KILL);

        assertThat(next(1, wanted, 100).map(FaultPlan.Next::kind).collect(Collectors.toSet()))
                .isEqualTo(wanted);
    }

    @Test
    void isShorterAndLongerThanALease() {
        List<Duration> pauses = next(1, Set.of(FaultKind.WORKER_PAUSE), 100)
                .map(FaultPlan.Next::time)
                .toList();

        assertThat(pauses).anyMatch(time -> time.compareTo(LEASE) > 0);
        assertThat(pauses).anyMatch(time -> time.compareTo(Duration.ofSeconds(3)) < 0);
        assertThat(pauses).anyMatch(time -> time.toSeconds() >= 3 && time.compareTo(LEASE) < 0);
    }

    private static List<String> plan(long seed, Set<FaultKind> kinds, int count) {
        return next(seed, kinds, count)
                .map(next -> next.kind() + " " + next.gap() + " " + next.time() + " "
                        + next.chance().nextLong())
                .toList();
    }

    private static Stream<FaultPlan.Next> next(long seed, Set<FaultKind> kinds, int count) {
        FaultPlan plan = new FaultPlan(seed, kinds, LEASE);
        return Stream.generate(plan::next).limit(count);
    }
}
