package org.asterism.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.asterism.launcher.FakeDistribution;
import org.asterism.launcher.doctor.Finding.Result;
import org.asterism.launcher.terminal.Colours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A doctor with a cluster that is broken in several ways. */
class DoctorTest {

    @TempDir
    Path directory;

    private Path base;

    @BeforeEach
    void make() throws Exception {
        base = directory.resolve("cluster");
        Files.createDirectory(base, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @Test
    void saysWhichRecordIsDamagedAndStillLooksAtTheRest() throws Exception {
        Files.writeString(base.resolve("cluster.json"), "{");

        List<Finding> findings = examine(0);

        assertThat(one(findings, "records").result()).isEqualTo(Result.PROBLEM);
        assertThat(one(findings, "records").found()).contains("cluster.json is damaged");
        assertThat(one(findings, "write").result()).isEqualTo(Result.OK);
    }

    @Test
    void saysWhichRecordOfAProcessIsDamaged() throws Exception {
        Files.createDirectories(base.resolve("hub"));
        Files.writeString(base.resolve("hub/process.json"), "what?");

        assertThat(one(examine(0), "records").found()).contains("hub/process.json");
    }

    @Test
    void saysThatTheDistributionIsNotComplete() throws Exception {
        assertThat(one(examine(0), "distribution").found())
                .contains("system/org/asterism/features")
                .doesNotContain("lib/boot");
    }

    @Test
    void saysWhoHasAPort() throws Exception {
        int offset = FakeDistribution.freeOffset();
        try (ServerSocket taken = new ServerSocket(8180 + offset, 1, InetAddress.getLoopbackAddress())) {
            Finding finding = one(examine(offset), "ports");

            assertThat(finding.result()).isEqualTo(Result.PROBLEM);
            assertThat(finding.found())
                    .contains("port " + taken.getLocalPort() + " of the page of the hub")
                    .contains("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void saysWhatNobodyReadsAndWhatNobodyCanRead() throws Exception {
        Files.createDirectories(base.resolve("etc/hub"));
        Files.createDirectories(base.resolve("etc/nodes"));
        Files.writeString(base.resolve("etc/hub/org.asterism.hub.cfg"), "host = \\u12");

        assertThat(examine(0))
                .filteredOn(finding -> finding.check().equals("configuration"))
                .extracting(Finding::result)
                .containsExactly(Result.PROBLEM, Result.WARNING);
    }

    @Test
    void saysWhichOptionNoJvmKnows() throws Exception {
        Files.createDirectories(base.resolve("etc/servernode"));
        Files.writeString(base.resolve("etc/servernode/jvm.options"), "# none\n-XX:+NoSuchOption\n");

        assertThat(one(examine(0), "jvm").found()).contains("servernode").contains("NoSuchOption");
    }

    @Test
    void saysThatAPartHasDied() throws Exception {
        Files.createDirectories(base.resolve("hub"));
        Files.writeString(base.resolve("hub/process.json"), "{\"pid\":1,\"startedAt\":1,\"ports\":{}}");

        assertThat(one(examine(0), "parts").found()).contains("hub was started and does not run");
    }

    @Test
    void reportsToAPersonAndToAProgram() throws Exception {
        DoctorReport report = new DoctorReport(List.of(
                Finding.ok("java", "Java 17"),
                Finding.warning("disk", "900 MiB", "make room"),
                Finding.problem("ports", "8080 is in use", "stop that")));

        assertThat(String.join("\n", report.lines(Colours.OFF))).isEqualTo("""
            OK        java    Java 17
            WARNING   disk    900 MiB
                       → make room
            PROBLEM   ports   8080 is in use
                       → stop that
            1 problem, 1 warning.\
            """);
        JsonNode json = new ObjectMapper().readTree(report.json());
        assertThat(json.path("result").asText()).isEqualTo("problem");
        assertThat(json.path("checks").path(1).path("advice").asText()).isEqualTo("make room");
    }

    private List<Finding> examine(int offset) throws Exception {
        Path home = directory.resolve("home");
        if (!Files.exists(home)) {
            FakeDistribution.in(directory);
        }
        return new Doctor(home, base, Optional.of(offset)).examine();
    }

    private static Finding one(List<Finding> findings, String check) {
        return findings.stream()
                .filter(finding -> finding.check().equals(check))
                .findFirst()
                .orElseThrow();
    }
}
