package org.asterism.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.asterism.alarm.Alarm;
import org.asterism.alarm.AlarmKind;
import org.asterism.cluster.MemberId;
import org.asterism.health.CheckResult;
import org.asterism.health.HealthReport;
import org.junit.jupiter.api.Test;

class HealthDocumentTest {

    private static final CheckResult THREADS = new CheckResult("threads", List.of("live"), true, "no deadlock");
    private static final CheckResult MEMBER = new CheckResult("member", List.of("ready"), false, "it is drained");
    private static final Alarm ALARM = new Alarm(
            new AlarmKind("disk", AlarmKind.Severity.CRITICAL, "make room"), "/data", "1 MiB is left", Instant.EPOCH);
    private static final HealthReport REPORT =
            new HealthReport(new MemberId("a/1"), List.of(THREADS, MEMBER), List.of(ALARM));

    @Test
    void aReportIsReadBackAsItWas() {
        byte[] bytes = JsonText.compact(HealthDocument.of(REPORT)).getBytes(StandardCharsets.UTF_8);
        assertThat(HealthDocument.parse(bytes)).isEqualTo(REPORT);
    }

    @Test
    void whatIsWrongIsNamedForTheOneWhoAsks() {
        assertThat(HealthDocument.of(REPORT, HealthReport.LIVE).get("wrong")).isEqualTo(List.of());
        assertThat(JsonText.compact(HealthDocument.of(REPORT, HealthReport.READY)))
                .startsWith("{\"member\":\"a/1\",\"ok\":false,\"wrong\":[{\"name\":\"member\",\"ok\":false,"
                        + "\"text\":\"it is drained\",\"tags\":[\"ready\"]}]");
    }

    @Test
    void whoIsNotLiveIsNotReady() {
        CheckResult stuck = new CheckResult("threads", List.of("live"), false, "2 threads");
        HealthReport report = new HealthReport(new MemberId("a"), List.of(stuck), List.of());
        assertThat(report.ready()).isFalse();
        assertThat(HealthDocument.of(report, HealthReport.READY).get("ok")).isEqualTo(false);
    }

    @Test
    void otherBytesAreNoReport() {
        assertThatThrownBy(() -> HealthDocument.parse(new byte[] {'{'})).isInstanceOf(IllegalArgumentException.class);
    }
}
