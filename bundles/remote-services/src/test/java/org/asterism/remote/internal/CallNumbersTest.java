package org.asterism.remote.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.asterism.alarm.Condition;
import org.junit.jupiter.api.Test;

class CallNumbersTest {

    private final CallCounts sent = new CallCounts();
    private final CallCounts received = new CallCounts();
    private final AtomicReference<CallNumbers.Queue> queue = new AtomicReference<>(new CallNumbers.Queue(0, 10));
    private final CallNumbers numbers = new CallNumbers(sent, received, queue::get);

    private Map<String, Double> read() {
        Map<String, Double> read = new HashMap<>();
        numbers.read((metric, value, labels) -> read.put(metric.name() + List.of(labels), value));
        return read;
    }

    @Test
    void callsAreCountedByServiceAndSide() {
        sent.of("x.Shelf").ended(500_000_000, false);
        sent.of("x.Shelf").ended(1_500_000_000, true);
        received.of("x.Shelf").ended(0, false);
        assertThat(read())
                .containsEntry("asterism_remote_calls_total[x.Shelf, sent]", 2.0)
                .containsEntry("asterism_remote_call_failures_total[x.Shelf, sent]", 1.0)
                .containsEntry("asterism_remote_call_seconds_total[x.Shelf, sent]", 2.0)
                .containsEntry("asterism_remote_calls_total[x.Shelf, received]", 1.0);
    }

    @Test
    void ofVeryManyServicesTheRestIsCountedTogether() {
        for (int i = 0; i < 1_000; i++) {
            sent.of("s" + i).ended(0, false);
        }
        assertThat(sent.all()).hasSize(501);
        assertThat(sent.all().get("…").calls()).isEqualTo(500);
    }

    @Test
    void aQueueThatIsFourFifthsFullIsAnAlarmUntilItIsWellBelow() {
        assertThat(numbers.conditions()).isEmpty();
        queue.set(new CallNumbers.Queue(8, 10));
        assertThat(numbers.conditions())
                .extracting(Condition::text)
                .containsExactly("8 calls wait for a thread, at most 10 may");
        queue.set(new CallNumbers.Queue(7, 10));
        assertThat(numbers.conditions()).hasSize(1);
        queue.set(new CallNumbers.Queue(6, 10));
        assertThat(numbers.conditions()).isEmpty();
    }

    @Test
    void theDocumentTellsAllOfThemAndNoMore() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../../docs/monitoring.md"));
        assertThat(lines.stream().filter(line -> line.startsWith("| `asterism_remote_")))
                .containsExactlyInAnyOrderElementsOf(numbers.metrics().stream()
                        .map(metric -> "| `" + metric.name() + "` | "
                                + metric.kind().name().toLowerCase(Locale.ROOT) + " | "
                                + (metric.labels().isEmpty() ? "" : "`" + String.join("` `", metric.labels()) + "`")
                                + " | " + metric.help() + " |")
                        .toList());
        numbers.kinds().forEach(kind -> assertThat(lines)
                .anyMatch(line -> line.startsWith("| `" + kind.name() + "` | warning |")
                        && line.endsWith("| " + kind.action() + " |")));
    }
}
