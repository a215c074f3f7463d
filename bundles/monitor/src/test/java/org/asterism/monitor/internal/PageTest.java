package org.asterism.monitor.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.asterism.metrics.Metric;
import org.asterism.metrics.MetricSource;
import org.asterism.metrics.Readings;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final Metric SENT = Metric.counter("test_sent_total", "Sent", "topic");
    private static final Metric UP = Metric.gauge("test_up", "Up");

    private static MetricSource source(Consumer<Readings> reading) {
        return new MetricSource() {
            @Override
            public List<Metric> metrics() {
                return List.of(SENT, UP);
            }

            @Override
            public void read(Readings readings) {
                reading.accept(readings);
            }
        };
    }

    private static List<Series> read(int limit, Consumer<Readings> reading) {
        return Page.of(List.of(source(reading)), limit, (source, e) -> {
                    throw e;
                })
                .series();
    }

    @Test
    void aMetricHasNoMoreReadingsThanItMayAndTheRestIsAddedUp() {
        List<Series> series = read(2, readings -> {
            for (int i = 1; i <= 5; i++) {
                readings.add(SENT, i, "t" + i);
            }
        });
        assertThat(series).hasSize(2);
        assertThat(series.get(0).metric()).isEqualTo(Page.OVERFLOWING);
        assertThat(series.get(0).readings()).containsExactly(new Series.Reading(List.of("test_sent_total"), 3));
        assertThat(series.get(1).readings())
                .containsExactly(
                        new Series.Reading(List.of("t1"), 1),
                        new Series.Reading(List.of("t2"), 2),
                        new Series.Reading(List.of(Page.OVERFLOW), 12));
    }

    @Test
    void whoIsWithinTheBoundOverflowsNothing() {
        List<Series> series = read(1, readings -> {
            readings.add(SENT, 1, "t");
            readings.add(SENT, 2, "t");
            readings.add(UP, 1);
        });
        assertThat(series)
                .containsExactly(
                        new Series(SENT, List.of(new Series.Reading(List.of("t"), 3))),
                        new Series(UP, List.of(new Series.Reading(List.of(), 1))));
    }

    @Test
    void labelsMustBeAsManyAsDeclared() {
        assertThatThrownBy(() -> read(9, readings -> readings.add(SENT, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test_sent_total");
    }

    @Test
    void aSourceReadsOnlyWhatItHasDeclared() {
        Metric other = Metric.gauge("test_other", "Other");
        assertThatThrownBy(() -> read(9, readings -> readings.add(other, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test_other");
    }

    @Test
    void oneThatFailsKeepsNobodyElseFromBeingRead() {
        List<MetricSource> failed = new ArrayList<>();
        MetricSource broken = source(readings -> {
            throw new IllegalStateException("broken");
        });
        Page page =
                Page.of(List.of(broken, source(readings -> readings.add(UP, 1))), 9, (source, e) -> failed.add(source));
        assertThat(failed).containsExactly(broken);
        assertThat(page.series()).extracting(Series::metric).containsExactly(UP);
    }

    @Test
    void membersAreToldApartAndMergedByMetric() {
        Series one = new Series(UP, List.of(new Series.Reading(List.of(), 1)));
        List<Series> merged = Series.merged(List.of(one.of("a"), one.of("a/1"), one.of("a")));
        assertThat(merged).hasSize(1);
        assertThat(merged.get(0).metric().labels()).containsExactly("member");
        assertThat(merged.get(0).readings())
                .containsExactly(new Series.Reading(List.of("a"), 1), new Series.Reading(List.of("a/1"), 1));
    }
}
