package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.asterism.itests.harness.Command;
import org.asterism.itests.harness.Command.Result;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Star;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

class ErrorsAreOneClearMessage {

    @Test
    void aPortInUseIsNamed() throws Exception {
        Star star = Star.named("taken");
        try (ServerSocket holder = new ServerSocket(star.port(61616), 1, InetAddress.getLoopbackAddress())) {
            Result result = star.asterism("start", "hub");
            assertThat(result.exit()).isNotZero();
            assertThat(result.err()).contains(Integer.toString(holder.getLocalPort()), "in use");
        }
    }

    @Test
    @ExtendWith(SharedStar.class)
    void anUnknownNameIsRefused(Star star) {
        Result result = star.asterism("kill", "z/9");
        assertThat(result.exit()).isNotZero();
        assertThat(result.err()).contains("z/9");
    }

    @Test
    void aWrongJavaIsRefused(@TempDir Path directory) throws Exception {
        Path java = Files.createDirectories(directory.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"25.0.1\" 2025-10-21' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();

        Result result = Command.asterism("status")
                .withEnvironment(Map.of("JAVA_HOME", directory.toString()))
                .run(Duration.ofSeconds(30));

        assertThat(result.exit()).isNotZero();
        assertThat(result.err()).contains("25", "17");
    }

    @Test
    void helpAndVersionAreThere() {
        assertThat(Command.asterism("--help")
                        .run(Duration.ofSeconds(30))
                        .succeeded()
                        .out())
                .contains("demo", "start", "stop", "kill", "status", "logs", "shell");
        assertThat(Command.asterism("--version")
                        .run(Duration.ofSeconds(30))
                        .succeeded()
                        .out())
                .contains("1.0.0");
    }
}
