package org.asterism.monitor.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.asterism.alarm.Alarm;
import org.asterism.alarm.AlarmKind;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.health.CheckResult;
import org.asterism.health.HealthReport;
import org.asterism.metrics.Metric;
import org.asterism.monitor.internal.Series;
import org.asterism.testing.cluster.InMemoryCluster;
import org.asterism.testing.cluster.InMemoryMember;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NeighboursTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Metric UP = Metric.gauge("test_up", "Up");

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final InMemoryMember a = cluster.join("a", MemberKind.INSTANCE);
    private final InMemoryMember a1 = cluster.join("a/1", MemberKind.SERVER_NODE);
    private final InMemoryMember program = cluster.join("client/x-1", MemberKind.CLIENT);

    @AfterEach
    void close() {
        cluster.close();
    }

    private static Neighbours of(InMemoryMember member) {
        return new Neighbours(member.cluster(), member.messages());
    }

    private static List<AutoCloseable> serve(InMemoryMember member, double value) {
        return of(member).serve(new Neighbours.Own() {
            @Override
            public CompletionStage<HealthReport> health() {
                return CompletableFuture.completedFuture(report(member.id()));
            }

            @Override
            public CompletionStage<List<Series>> numbers() {
                return CompletableFuture.completedFuture(
                        List.of(new Series(UP, List.of(new Series.Reading(List.of(), value)))));
            }
        });
    }

    private static HealthReport report(MemberId member) {
        Alarm alarm = new Alarm(
                new AlarmKind("disk", AlarmKind.Severity.CRITICAL, "make room"), "/", "1 MiB left", Instant.EPOCH);
        return new HealthReport(
                member, List.of(new CheckResult("boot", List.of("ready"), false, "it starts")), List.of(alarm));
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void everyoneButProgramsIsAskedAndWhoIsSilentIsSaidToBe() throws Exception {
        assertThat(serve(a, 1)).hasSize(3);
        assertThat(serve(cluster.hub(), 2)).hasSize(3);
        cluster.settle();
        List<HealthReport> reports = get(of(program).health(TIMEOUT));
        assertThat(reports).extracting(report -> report.member().value()).containsExactly("a", "a/1", "hub");
        assertThat(reports.get(0)).isEqualTo(report(a.id()));
        assertThat(reports.get(1).live()).isFalse();
        assertThat(reports.get(1).checks().get(0).text()).startsWith("no answer: ");
    }

    @Test
    void numbersAreToldApartByMember() throws Exception {
        assertThat(serve(a, 1)).hasSize(3);
        assertThat(serve(a1, 3)).hasSize(3);
        cluster.settle();
        List<Series> numbers = get(of(a).numbers(TIMEOUT));
        assertThat(numbers).hasSize(1);
        assertThat(numbers.get(0).readings())
                .containsExactly(new Series.Reading(List.of("a"), 1), new Series.Reading(List.of("a/1"), 3));
    }

    @Test
    void theHubTellsTheTime() throws Exception {
        assertThat(serve(cluster.hub(), 1)).hasSize(3);
        cluster.settle();
        assertThat(get(of(a).offset(TIMEOUT)).exceeds(Duration.ofSeconds(1))).isFalse();
    }
}
