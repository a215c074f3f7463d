package org.asterism.launcher.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.asterism.container.ProcessIdentity;
import org.asterism.container.ProcessRecord;
import org.asterism.launcher.FakeDistribution;
import org.asterism.launcher.cluster.Cluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportBundleTest {

    private static final String SECRET = "6f1c0de9a4b8d3f27e5a90b1c2d4e8f0";

    @TempDir
    Path directory;

    @Test
    void holdsLogsViewsThreadsAndConfigurationAndNoSecret() throws Exception {
        Path file = directory.resolve("bundle.zip");

        SupportBundle.Summary summary = new SupportBundle(cluster(), 1000).write(file, List.of("Asterism 1"));

        Map<String, String> entries = read(file);
        assertThat(entries.keySet())
                .contains("versions.txt", "doctor.json", "status.json", "cluster.json", "missing.txt")
                .contains("hub/karaf.log", "hub/process.json", "hub/threads.txt", "hub/etc/org.asterism.hub.cfg")
                .contains("instances/a/nodes/1/karaf.log", "etc/hub/extra.cfg")
                .containsExactlyInAnyOrderElementsOf(summary.entries());
        assertThat(entries.get("hub/threads.txt")).contains("\"main\"");
        assertThat(entries.get("hub/etc/org.asterism.hub.cfg"))
                .contains("port = 1")
                .doesNotContain("hunter2");
        assertThat(entries.get("instances/a/nodes/1/karaf.log"))
                .hasSizeLessThan(1001)
                .endsWith("the last line\n");
        assertThat(entries.values()).noneMatch(text -> text.contains(SECRET));
        assertThat(summary.missing()).anyMatch(missing -> missing.startsWith("hub/cluster.json: "));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void doesNotReplaceAFile() throws Exception {
        Path file = Files.writeString(directory.resolve("bundle.zip"), "mine");

        assertThatThrownBy(() -> new SupportBundle(cluster(), 1000).write(file, List.of()))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("mine");
    }

    private Cluster cluster() throws Exception {
        Path base = directory.resolve("cluster");
        write("secrets/cluster.secret", SECRET);
        write("cluster.json", "{\"portOffset\":" + FakeDistribution.freeOffset() + ",\"instances\":[]}");
        write("hub/log/karaf.log", "refused " + SECRET + "\n");
        write("hub/etc/org.asterism.hub.cfg", "port = 1\npassword = hunter2\n");
        write("hub/etc/users.properties", "asterism = " + SECRET);
        write("hub/etc/host.key", "KEY");
        write("etc/hub/extra.cfg", "key = value");
        write("instances/a/nodes/1/log/karaf.log", "a line\n".repeat(1000) + "the last line\n");
        new ProcessRecord(ProcessIdentity.of(ProcessHandle.current()), Map.of())
                .write(base.resolve("hub/process.json"));
        return Cluster.open(directory.resolve("home"), base, Optional.empty());
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve("cluster").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                entries.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
