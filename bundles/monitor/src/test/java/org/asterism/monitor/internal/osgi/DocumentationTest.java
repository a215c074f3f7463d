package org.asterism.monitor.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.asterism.alarm.AlarmKind;
import org.asterism.alarm.AlarmSource;
import org.asterism.metrics.Metric;
import org.asterism.metrics.MetricSource;
import org.asterism.monitor.internal.DispatcherNumbers;
import org.asterism.monitor.internal.GcPauses;
import org.asterism.monitor.internal.HubNumbers;
import org.asterism.monitor.internal.LockNumbers;
import org.asterism.monitor.internal.NodeNumbers;
import org.asterism.monitor.internal.Page;
import org.asterism.monitor.internal.jmx.BeanNumbers;
import org.asterism.monitor.internal.jvm.JvmNumbers;
import org.junit.jupiter.api.Test;

/** What docs/monitoring.md says of numbers and alarms is what there is, no less and no more. */
class DocumentationTest {

    private static final Path DOCUMENT = Path.of("../../docs/monitoring.md");

    private static final ClockWatch CLOCK = new ClockWatch("a", Duration.ofMillis(1));
    private static final NodeNumbers NODES = new NodeNumbers(List::of);
    private static final HubNumbers HUB = new HubNumbers(null);
    private static final LockNumbers LOCKS = new LockNumbers(null);
    private static final DispatcherNumbers DISPATCHER = new DispatcherNumbers(null);

    static List<Metric> metrics() {
        List<MetricSource> sources = List.of(
                new ClusterNumbers(new Surroundings(), "1"),
                HUB,
                LOCKS,
                DISPATCHER,
                NODES,
                new BeanNumbers(),
                CLOCK,
                new AlarmWatch((alarm, raised) -> {}),
                new JvmNumbers());
        List<Metric> all = new ArrayList<>();
        sources.forEach(source -> all.addAll(source.metrics()));
        all.add(Page.OVERFLOWING);
        return all;
    }

    static List<AlarmKind> alarms() {
        ContainerAlarms container =
                new ContainerAlarms("a", Path.of("."), 0, new GcPauses(Duration.ofSeconds(1), Duration.ofMinutes(1)));
        return Stream.of(container, CLOCK, HUB, LOCKS, DISPATCHER, NODES)
                .map(AlarmSource.class::cast)
                .flatMap(source -> source.kinds().stream())
                .toList();
    }

    static String row(Metric metric) {
        String labels = metric.labels().isEmpty() ? "" : "`" + String.join("` `", metric.labels()) + "`";
        return "| `" + metric.name() + "` | " + metric.kind().name().toLowerCase(Locale.ROOT) + " | " + labels + " | "
                + metric.help() + " |";
    }

    static String row(AlarmKind alarm) {
        return "| `" + alarm.name() + "` | " + alarm.severity().name().toLowerCase(Locale.ROOT) + " | ";
    }

    @Test
    void everyMetricIsInTheDocumentWithItsKindLabelsAndMeaning() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.matches("\\| `(asterism|jvm|process)_.*"))
                .filter(line -> !line.matches("\\| `asterism_(remote|messages)_.*")) // those bundles check their own
                .toList();
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        metrics().stream().map(DocumentationTest::row).toList());
    }

    @Test
    void everyAlarmIsInTheDocumentWithWhatToDo() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.matches("\\| `[a-z-]+` \\| (warning|critical) \\|.*"))
                .toList();
        assertThat(rows).hasSize(alarms().size() + 1); // and one of the remote services
        alarms().forEach(alarm -> assertThat(rows)
                .as("what is to be done about %s: %s", alarm.name(), alarm.action())
                .anyMatch(row -> row.startsWith(row(alarm)) && row.contains("| " + alarm.action() + " |")));
    }

    @Test
    void noTwoMetricsHaveTheSameName() {
        assertThat(metrics().stream().map(Metric::name)).doesNotHaveDuplicates();
    }
}
