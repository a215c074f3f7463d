package org.asterism.monitor.internal.prometheus;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.asterism.metrics.Metric;
import org.asterism.monitor.internal.Series;

/** Writes readings in the text format 0.0.4. */
public final class PrometheusText {

    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final String TOTAL = "_total";
    private static final String INFO = "_info";

    private PrometheusText() {}

    /** The text in UTF-8. */
    public static byte[] of(List<Series> series) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        MetricSnapshot[] snapshots =
                series.stream().map(PrometheusText::snapshot).toArray(MetricSnapshot[]::new);
        try {
            PrometheusTextFormatWriter.create().write(text, new MetricSnapshots(snapshots), EscapingScheme.ALLOW_UTF8);
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes everything", e);
        }
        return text.toByteArray();
    }

    private static MetricSnapshot snapshot(Series series) {
        if (series.metric().name().endsWith(INFO)) {
            return info(series);
        }
        return series.metric().kind() == Metric.Kind.COUNTER ? counter(series) : gauge(series);
    }

    /** The writer adds the end of the name again. */
    private static MetricSnapshot counter(Series series) {
        Metric metric = series.metric();
        CounterSnapshot.Builder counter = CounterSnapshot.builder()
                .name(metric.name().substring(0, metric.name().length() - TOTAL.length()))
                .help(metric.help());
        series.readings()
                .forEach(reading -> counter.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .labels(Labels.of(metric.labels(), reading.labels()))
                        .value(reading.value())
                        .build()));
        return counter.build();
    }

    /** The writer keeps this end of a name for those that are always 1. */
    private static MetricSnapshot info(Series series) {
        Metric metric = series.metric();
        InfoSnapshot.Builder info = InfoSnapshot.builder()
                .name(metric.name().substring(0, metric.name().length() - INFO.length()))
                .help(metric.help());
        series.readings()
                .forEach(reading -> info.dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder()
                        .labels(Labels.of(metric.labels(), reading.labels()))
                        .build()));
        return info.build();
    }

    private static MetricSnapshot gauge(Series series) {
        Metric metric = series.metric();
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name(metric.name()).help(metric.help());
        series.readings()
                .forEach(reading -> gauge.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .labels(Labels.of(metric.labels(), reading.labels()))
                        .value(reading.value())
                        .build()));
        return gauge.build();
    }
}
