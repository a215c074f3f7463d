package org.asterism.launcher.drill;

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

class DrillProcessTest {

    @TempDir
    private Path directory;

    private Path home;
    private Path base;
    private Cluster cluster;

    @BeforeEach
    void open() throws Exception {
        home = directory.resolve("home");
        base = directory.resolve("base");
        cluster = Cluster.open(home, base, Optional.of(7));
    }

    @Test
    void startsAHubOfItsOwn() {
        assertThat(new DrillProcess(home).command("locks", Optional.empty(), List.of("--json")))
                .endsWith(
                        "-cp",
                        home + "/lib/drill/*:" + home + "/lib/bench/*",
                        "org.asterism.drill.Drill",
                        "locks",
                        "--launcher",
                        home + "/bin/asterism",
                        "--json");
    }

    @Test
    void breaksTheClusterOfTheBaseIfThatIsWanted() {
        assertThat(new DrillProcess(home).command("locks", Optional.of(cluster), List.of("--json")))
                .endsWith(
                        "--on-this-cluster",
                        "--url",
                        "tcp://127.0.0.1:61623",
                        "--secret-file",
                        base + "/secrets/cluster.secret",
                        "--base",
                        base.toString(),
                        "--json");
    }

    @Test
    void saysThatThereIsNoCluster() throws Exception {
        Files.createDirectories(home.resolve("lib/bench"));
        Files.createDirectories(home.resolve("lib/drill"));

        assertThatThrownBy(() -> new DrillProcess(home).run("locks", Optional.of(cluster), List.of()))
                .isInstanceOf(LauncherException.class)
                .hasMessageStartingWith("there is no cluster in ");
    }
}
