package org.asterism.monitor.internal.osgi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.asterism.documents.HealthDocument;
import org.asterism.documents.JsonText;
import org.asterism.health.HealthReport;
import org.asterism.monitor.internal.Series;
import org.asterism.monitor.internal.http.HttpAnswer;
import org.asterism.monitor.internal.prometheus.PrometheusText;

/** What is answered at the port of a container. */
final class Pages {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final Monitor monitor;
    private final Numbers numbers;

    Pages(Monitor monitor, Numbers numbers) {
        this.monitor = monitor;
        this.numbers = numbers;
    }

    /** The answers by path. */
    Map<String, Supplier<HttpAnswer>> byPath() {
        return Map.of(
                "/metrics", () -> text(numbers.series()),
                "/metrics/cluster", () -> text(now(monitor.clusterNumbers(TIMEOUT))),
                "/health", () -> whole(monitor.report()),
                "/health/live", () -> part(HealthReport.LIVE, monitor.report(HealthReport.LIVE)),
                "/health/ready", () -> part(HealthReport.READY, monitor.report(HealthReport.LIVE, HealthReport.READY)),
                "/health/cluster", () -> all(now(monitor.cluster(TIMEOUT))));
    }

    private static HttpAnswer text(List<Series> series) {
        return new HttpAnswer(HttpAnswer.OK, PrometheusText.CONTENT_TYPE, PrometheusText.of(series));
    }

    private static HttpAnswer part(String tag, HealthReport report) {
        boolean ok = tag.equals(HealthReport.LIVE) ? report.live() : report.ready();
        return HttpAnswer.json(status(ok), JsonText.line(HealthDocument.of(report, tag)));
    }

    private static HttpAnswer whole(HealthReport report) {
        return HttpAnswer.json(status(report.ready()), JsonText.line(HealthDocument.of(report)));
    }

    private static HttpAnswer all(List<HealthReport> reports) {
        boolean ok = reports.stream().allMatch(HealthReport::ready);
        return HttpAnswer.json(
                status(ok),
                JsonText.line(reports.stream().map(HealthDocument::of).toList()));
    }

    private static int status(boolean ok) {
        return ok ? HttpAnswer.OK : HttpAnswer.UNAVAILABLE;
    }

    /** Everyone who is asked has answered or failed after the time-out. */
    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(2 * TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
