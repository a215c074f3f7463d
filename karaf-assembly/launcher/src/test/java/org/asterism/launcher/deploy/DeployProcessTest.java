package org.asterism.launcher.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.bench.BenchTarget;
import org.asterism.launcher.cluster.Cluster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployProcessTest {

    @TempDir
    private Path directory;

    private Path home;
    private BenchTarget target;

    @BeforeEach
    void open() throws Exception {
        home = directory.resolve("home");
        Cluster cluster = Cluster.open(home, directory.resolve("base"), Optional.of(7));
        target = BenchTarget.of(cluster, Optional.empty(), Optional.empty());
    }

    @Test
    void isAClientOfTheClusterOfTheBase() {
        assertThat(new DeployProcess(home).command("deploy", target, List.of("--at-once"), List.of("/x.war")))
                .containsSubsequence(
                        "-cp",
                        home + "/lib/deploy/*:" + home + "/lib/bench/*",
                        "org.asterism.deploytool.DeployTool",
                        "deploy",
                        "--url",
                        "tcp://127.0.0.1:61623",
                        "--secret-file",
                        directory.resolve("base") + "/secrets/cluster.secret")
                .endsWith("--at-once", "--", "/x.war");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        DeployProcess process = new DeployProcess(home);
        assertThatThrownBy(() -> process.run("drift", target, List.of(), List.of()))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("the distribution is not complete");
        Files.createDirectories(home.resolve("lib/deploy"));
        Files.createDirectories(home.resolve("lib/bench"));
        assertThatThrownBy(() -> process.run("drift", target, List.of(), List.of()))
                .isInstanceOf(LauncherException.class)
                .hasMessageStartingWith("there is no cluster secret in ");
    }
}
