package org.asterism.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asterism.container.ClusterLayout;
import org.asterism.container.ContainerStarter;
import org.asterism.container.JavaRuntime;
import org.asterism.container.ProcessRecord;
import org.asterism.launcher.FakeDistribution;
import org.asterism.launcher.Launcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code asterism run} in a process of its own, as systemd and container runtimes have it. */
@Timeout(180)
class RunCommandTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** What a JVM ends with when SIGTERM has ended it. */
    private static final int TERMINATED = 143;

    @TempDir
    Path directory;

    private Path home;
    private ClusterLayout layout;
    private int offset;
    private Process process;

    @BeforeEach
    void layOut() throws Exception {
        home = FakeDistribution.in(directory);
        layout = new ClusterLayout(directory.resolve("cluster"));
        offset = FakeDistribution.freeOffset();
    }

    @AfterEach
    void stopAll() throws Exception {
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        CommandLineOf.run(home, "--base", layout.base().toString(), "stop", "--all");
    }

    @Test
    void staysHandsOnTheLogAndStopsWhenItIsAskedTo() throws Exception {
        Path secret = Files.writeString(directory.resolve("given"), "the-secret-of-the-cluster\n");
        start("run", "hub", "--secret-file", secret.toString());
        await().atMost(PATIENCE).until(() -> output().contains("UP"));

        ProcessRecord hub = ContainerStarter.running(layout.hub()).orElseThrow();
        assertThat(process.isAlive()).isTrue();
        assertThat(layout.clusterSecret()).hasContent("the-secret-of-the-cluster");
        assertThat(Files.getPosixFilePermissions(layout.clusterSecret()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));

        process.destroy();

        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(TERMINATED);
        assertThat(output()).contains("started hub").contains("Stopped hub.");
        assertThat(hub.identity().isAlive()).isFalse();
    }

    @Test
    void failsWhenThePartEndsByItself() throws Exception {
        start("run", "hub");
        await().atMost(PATIENCE).until(() -> output().contains("UP"));

        ContainerStarter.running(layout.hub()).orElseThrow().identity().kill();

        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCodes.FAILED);
        assertThat(output()).contains("the process of hub has ended by itself");
    }

    @Test
    void takesOverAPartThatRuns() throws Exception {
        assertThat(CommandLineOf.run(
                        home,
                        "--base",
                        layout.base().toString(),
                        "--port-offset",
                        Integer.toString(offset),
                        "start",
                        "hub"))
                .isZero();
        ProcessRecord hub = ContainerStarter.running(layout.hub()).orElseThrow();

        start("run", "hub");
        await().atMost(PATIENCE).until(() -> output().contains("UP"));

        assertThat(ContainerStarter.running(layout.hub()))
                .hasValueSatisfying(now -> assertThat(now.identity()).isEqualTo(hub.identity()));
    }

    private void start(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                JavaRuntime.current().command().toString(),
                "-Dasterism.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "--base",
                layout.base().toString(),
                "--port-offset",
                Integer.toString(offset)));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
    }

    private String output() throws Exception {
        return Files.readString(directory.resolve("output"));
    }

    /** A command in this process. */
    private static final class CommandLineOf {
        static int run(Path home, String... arguments) {
            return AsterismCommand.commandLine(home)
                    .setOut(new PrintWriter(new StringWriter()))
                    .execute(arguments);
        }
    }
}
