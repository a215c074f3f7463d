package org.asterism.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchProcessTest {

    @TempDir
    private Path directory;

    private Path home;
    private Cluster cluster;

    @BeforeEach
    void open() throws Exception {
        home = directory.resolve("home");
        cluster = Cluster.open(home, directory.resolve("base"), Optional.of(7));
    }

    @Test
    void measuresTheClusterOfTheBaseWithAClassPathOfItsOwn() {
        BenchTarget target = BenchTarget.of(cluster, Optional.empty(), Optional.empty());

        List<String> command = new BenchProcess(home).command("rpc", target, List.of("--json"));

        Path base = directory.resolve("base");
        assertThat(command)
                .endsWith(
                        "-cp",
                        home + "/lib/bench/*",
                        "org.asterism.bench.Bench",
                        "rpc",
                        "--url",
                        "tcp://127.0.0.1:61623",
                        "--secret-file",
                        base + "/secrets/cluster.secret",
                        "--hub-record",
                        base + "/hub/process.json",
                        "--launcher",
                        home + "/bin/asterism",
                        "--base",
                        base.toString(),
                        "--json");
    }

    @Test
    void knowsNothingOfTheProcessOfAnotherHub() {
        BenchTarget target =
                BenchTarget.of(cluster, Optional.of("tcp://h:1,tcp://i:1"), Optional.of(Path.of("/secret")));

        assertThat(target.arguments()).containsExactly("--url", "tcp://h:1,tcp://i:1", "--secret-file", "/secret");
    }

    @Test
    void saysThatThereIsNoClusterYet() throws Exception {
        Files.createDirectories(home.resolve("lib/bench"));
        BenchTarget target = BenchTarget.of(cluster, Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> new BenchProcess(home).run("rpc", target, List.of()))
                .isInstanceOf(LauncherException.class)
                .hasMessageStartingWith("there is no cluster secret in ");
    }
}
