package org.asterism.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.asterism.alarm.Alarm;
import org.asterism.alarm.AlarmKind;
import org.asterism.cluster.MemberId;
import org.asterism.health.CheckResult;
import org.asterism.health.HealthReport;
import org.junit.jupiter.api.Test;

class HealthReportsTest {

    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
    private static final AlarmKind DISK = new AlarmKind("disk", AlarmKind.Severity.CRITICAL, "make room");

    private static final HealthReport WELL = new HealthReport(
            new MemberId("a"), List.of(new CheckResult("boot", List.of("ready"), true, "started")), List.of());
    private static final HealthReport ILL = new HealthReport(
            new MemberId("a/1"),
            List.of(
                    new CheckResult("member", List.of("ready"), false, "it is drained"),
                    new CheckResult("boot", List.of("ready"), false, "the container stops")),
            List.of(new Alarm(DISK, "/data", "1 MiB is left", SINCE), new Alarm(DISK, "/log", "none is left", SINCE)));

    @Test
    void health() {
        assertThat(new HealthListing(List.of(WELL, ILL, HealthReport.silent(MemberId.HUB, "no answer: gone"))).text())
                .isEqualTo("""
                        MEMBER  LIVE  READY  ALARMS  WRONG
                        a       yes   yes    0       -
                        a/1     yes   no     2       boot: the container stops
                                                     member: it is drained
                        hub     no    no     0       answers: no answer: gone
                        """);
    }

    @Test
    void alarms() {
        assertThat(new AlarmListing(List.of(WELL, ILL)).text()).isEqualTo("""
                        MEMBER  SEVERITY  ALARM  SUBJECT  SINCE                 TEXT
                        a/1     CRITICAL  disk   /data    2026-01-01T00:00:00Z  1 MiB is left
                        a/1     CRITICAL  disk   /log     2026-01-01T00:00:00Z  none is left

                        disk: make room
                        """);
    }

    @Test
    void noAlarm() {
        assertThat(new AlarmListing(List.of(WELL)).text()).isEqualTo("there is no alarm\n");
    }
}
