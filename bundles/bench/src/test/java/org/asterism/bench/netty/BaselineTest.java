package org.asterism.bench.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.asterism.bench.ClosedLoop;
import org.asterism.bench.Row;
import org.junit.jupiter.api.Test;

class BaselineTest {

    @Test
    void isTheFasterOfTwoWaysToShareAProcessOfItsOwn() throws Exception {
        List<String> progress = new ArrayList<>();
        ClosedLoop loop = new ClosedLoop(Duration.ofMillis(100), Duration.ofMillis(200));

        Baseline baseline = Baseline.measure(4, loop, progress::add);

        List<Double> rates = baseline.rows().stream()
                .map(row -> row.perSecond().getAsDouble())
                .toList();
        assertThat(baseline.perSecond()).isEqualTo(Math.max(rates.get(0), rates.get(1)));
        assertThat(baseline.rows()).extracting(Row::parties).containsExactly(4, 4, 1);
        assertThat(baseline.aloneMicros()).isPositive();
        assertThat(progress).hasSize(3);
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }
}
