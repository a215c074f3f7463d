package org.asterism.itests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The units are what systemd understands, and what they start is what {@code asterism} understands. */
class SystemdUnitsTest {

    private static final String START = "ExecStart=/opt/asterism/bin/asterism ";

    @TempDir
    Path directory;

    static Stream<Path> units() throws IOException {
        try (Stream<Path> files = Files.list(Repository.packaging().resolve("systemd"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("units")
    void startsACommandThatThereIs(Path unit) {
        List<String> starts = Repository.lines(unit).stream()
                .filter(line -> line.startsWith(START))
                .toList();

        assertThat(starts).hasSize(1);
        AsterismLine.parse(Shown.words(
                starts.get(0).substring(START.length()).replace("%i", "a").replaceAll("\\$[A-Z_]+", "")));
        assertThat(Repository.lines(unit)).contains("Type=notify", "NotifyAccess=all", "NoNewPrivileges=yes");
    }

    @Test
    @EnabledIf("hasSystemd")
    void systemdUnderstandsThem() throws Exception {
        Path asterism = Files.createDirectories(directory.resolve("bin")).resolve("asterism");
        Files.writeString(asterism, "#!/bin/sh\n");
        Files.setPosixFilePermissions(asterism, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify", "--man=no"));
        for (Path unit : units().toList()) {
            Path copy = directory.resolve(unit.getFileName().toString().replace("@", "@a"));
            Files.writeString(copy, Files.readString(unit).replace("/opt/asterism", directory.toString()));
            command.add(copy.toString());
        }
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).hasContent("");
        assertThat(process.exitValue()).isZero();
    }

    static boolean hasSystemd() {
        return Files.isExecutable(Path.of("/usr/bin/systemd-analyze"));
    }
}
