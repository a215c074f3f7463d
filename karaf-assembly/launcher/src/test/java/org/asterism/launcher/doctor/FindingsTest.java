package org.asterism.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.asterism.container.JavaRuntime;
import org.asterism.launcher.cluster.Datasource;
import org.asterism.launcher.doctor.Finding.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the checks make of what they find. */
class FindingsTest {

    private static final Path BASE = Path.of("/srv/cluster");

    @ParameterizedTest
    @CsvSource(textBlock = """
        16, , 16, PROBLEM
        17, , 17, OK
        17, , 25, WARNING
        17, /opt/java, 25, OK
        23, , , OK
        24, /opt/java, , PROBLEM
        """)
    void java(int version, String javaHome, Integer onPath, Result expected) {
        Finding finding = JavaCheck.judge(
                new JavaRuntime(Path.of("/opt/java"), version),
                Optional.ofNullable(javaHome),
                Optional.ofNullable(onPath).map(other -> new JavaRuntime(Path.of("/usr"), other)));

        assertThat(finding.result()).isEqualTo(expected);
        assertThat(finding.advice().isEmpty()).isEqualTo(expected == Result.OK);
    }

    @ParameterizedTest
    @CsvSource({"127, PROBLEM", "128, WARNING", "1023, WARNING", "1024, OK"})
    void disk(long freeMiB, Result expected) {
        assertThat(DiskCheck.judge(BASE, freeMiB << 20).result()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"rwx------, OK", "rwxr-x---, OK", "rwxr-xr-x, WARNING", "rwxrwx---, PROBLEM", "rwx----w-, PROBLEM"})
    void owner(String permissions, Result expected) {
        assertThat(OwnerCheck.judge(BASE, "me", PosixFilePermissions.fromString(permissions), List.of())
                        .result())
                .isEqualTo(expected);
    }

    @Test
    void ownerOfFilesThatSomebodyElseHasMade() {
        Finding finding = OwnerCheck.judge(
                BASE,
                "me",
                PosixFilePermissions.fromString("rwx------"),
                List.of(BASE.resolve("hub"), BASE.resolve("x")));

        assertThat(finding.result()).isEqualTo(Result.PROBLEM);
        assertThat(finding.found()).contains("2 files").contains("/srv/cluster/hub");
        assertThat(finding.advice()).contains("chown -R me /srv/cluster");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        rw-------, 6f1c0de9a4b8d3f27e5a90b1c2d4e8f0a1b3c5d7e9f01234, OK
        rw-r-----, 6f1c0de9a4b8d3f27e5a90b1c2d4e8f0a1b3c5d7e9f01234, PROBLEM
        rw----r--, 6f1c0de9a4b8d3f27e5a90b1c2d4e8f0a1b3c5d7e9f01234, PROBLEM
        r--------, hunter2, WARNING
        rw-------, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, WARNING
        rw-------, '', PROBLEM
        """)
    void secrets(String permissions, String secret, Result expected) {
        Finding finding = SecretsCheck.judge(
                BASE.resolve("cluster.secret"), PosixFilePermissions.fromString(permissions), secret);

        assertThat(finding.result()).isEqualTo(expected);
        assertThat(secret.isEmpty() || !finding.toString().contains(secret + " "))
                .isTrue();
    }

    @Test
    void bitsOfASecret() {
        assertThat(SecretsCheck.bits("aaaa")).isZero();
        assertThat(SecretsCheck.bits("abababab")).isEqualTo(8);
        assertThat(SecretsCheck.bits("0123456789abcdef".repeat(3))).isEqualTo(192);
    }

    @ParameterizedTest
    @CsvSource({"-86401, true, PROBLEM", "0, true, OK", "0, false, WARNING", "0, , OK"})
    void clock(long seconds, Boolean kept, Result expected) {
        Instant unpacked = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(ClockCheck.judge(unpacked.plusSeconds(seconds), unpacked, Optional.ofNullable(kept))
                        .result())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"8192, 4096, OK", "8191, 4096, WARNING", "unlimited, unlimited, OK", "8192, 100, WARNING"})
    void limits(String files, String tasks, Result expected) {
        String told = """
            Limit                     Soft Limit           Hard Limit           Units
            Max open files            1024                 %s                   files
            Max processes             10                   %s                   processes
            """.formatted(files, tasks);

        assertThat(LimitsCheck.judge(told))
                .singleElement()
                .extracting(Finding::result)
                .isEqualTo(expected);
    }

    @Test
    void memory() {
        assertThat(MemoryCheck.judge(800, 1000).result()).isEqualTo(Result.OK);
        assertThat(MemoryCheck.judge(801, 1000).result()).isEqualTo(Result.WARNING);
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, , OK",
        "false, true, , OK",
        "false, false, nginx, PROBLEM",
        "false, true, nginx, PROBLEM",
        "false, false, , PROBLEM"
    })
    void ports(boolean free, boolean ours, String other, Result expected) {
        var port = new PortsCheck.Port(8080, "the dispatcher of a", free, ours, Optional.ofNullable(other));

        assertThat(PortsCheck.judge(List.of(port)))
                .singleElement()
                .extracting(Finding::result)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "UP, true, OK",
        "DRAINING, true, OK",
        "DOWN, true, PROBLEM",
        "DOWN, false, OK",
        "QUARANTINED, true, PROBLEM",
        "UNREACHABLE, true, PROBLEM",
        "STOPPED, false, OK"
    })
    void parts(String state, boolean remembered, Result expected) {
        var part = new PartsCheck.Part("a/1", state, "it died", remembered, "start instance a", "/log");

        List<Finding> findings = PartsCheck.judge(List.of(part));

        assertThat(findings.isEmpty()).isEqualTo(expected == Result.OK);
        assertThat(findings).allSatisfy(finding -> assertThat(finding.result()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        16, 0,     , '',                  OK,      lets me in
        11, 0,     , '',                  WARNING, 12 or later
        16, 2500,  , '',                  WARNING, NTP
        16, -2500, , '',                  WARNING, NTP
        0,  0, 28P01, 'wrong password',   PROBLEM, user and password
        0,  0, 3D000, 'no such database', PROBLEM, create the database
        0,  0, 08006, 'connection lost',  PROBLEM, 503
        """)
    void database(int major, long ahead, String state, String error, Result expected, String told) {
        var datasource = new Datasource("jdbc:postgresql://db/asterism", "me", "x");
        var answer = new DatabaseProbe.Answer(
                "PostgreSQL " + major, major, Duration.ofMillis(ahead), String.valueOf(state), error);

        assertThat(DatabaseCheck.judge(datasource, answer)).singleElement().satisfies(finding -> {
            assertThat(finding.result()).isEqualTo(expected);
            assertThat(finding.found() + finding.advice()).contains(told);
        });
    }

    @Test
    void optionsOfTheJvm() {
        Path file = BASE.resolve("etc/hub/jvm.options");

        assertThat(JvmOptionsCheck.judge("hub", file, Optional.of(new Tool.Output(0, "openjdk"))))
                .isEmpty();
        assertThat(JvmOptionsCheck.judge(
                        "hub", file, Optional.of(new Tool.Output(1, "Unrecognized VM option 'Y'\nError"))))
                .hasValueSatisfying(finding -> {
                    assertThat(finding.found())
                            .contains("Unrecognized VM option 'Y'")
                            .doesNotContain("Error");
                    assertThat(finding.advice()).contains(file.toString());
                });
        assertThat(JvmOptionsCheck.judge("hub", file, Optional.empty())).isPresent();
    }
}
