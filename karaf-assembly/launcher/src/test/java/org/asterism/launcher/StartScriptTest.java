package org.asterism.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/asterism}: finds the distribution and a Java that fits. The Javas here only print how they are called. */
@Timeout(60)
class StartScriptTest {

    @TempDir
    Path directory;

    private Path script;
    private String output = "";

    @BeforeEach
    void install() throws IOException {
        script = directory.resolve("home/bin/asterism");
        Files.createDirectories(script.getParent());
        Files.createDirectories(directory.resolve("home/lib/launcher"));
        Files.copy(Path.of("src/main/scripts/asterism"), script);
    }

    @Test
    void startsTheLauncherWithItsArgumentsAsTheyAre() throws Exception {
        assertThat(run(script, Map.of("JAVA_HOME", java("17.0.15").toString()), "logs", "a b", "*"))
                .isZero();

        assertThat(output)
                .contains("-Dasterism.home=" + directory.resolve("home").toRealPath())
                .contains("org.asterism.launcher.Launcher|logs|a b|*|");
    }

    @Test
    void findsTheDistributionByWayOfALink() throws Exception {
        Path link = directory.resolve("links/asterism");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of("../home/bin/asterism"));

        assertThat(run(link, Map.of("JAVA_HOME", java("21").toString()), "status"))
                .isZero();
        assertThat(output)
                .contains("-Dasterism.home=" + directory.resolve("home").toRealPath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.2", "16", "24", "25.0.1"})
    void refusesAJavaThatDoesNotFit(String version) throws Exception {
        Path java = java(version);

        assertThat(run(script, Map.of("JAVA_HOME", java.toString()), "status")).isEqualTo(1);
        assertThat(output)
                .isEqualTo("asterism: JAVA_HOME is " + java + ", which is Java " + version.split("\\.", -1)[0]
                        + "; set it to a Java from 17 to 23\n");
    }

    /** With the Javas that this machine has: those that fit start, others are refused before anything happens. */
    @TestFactory
    Stream<DynamicTest> takesOrRefusesTheRealJavasOfThisMachine() throws IOException {
        return javas().map(java -> DynamicTest.dynamicTest(java.toString(), () -> {
            String release = Files.readString(java.resolve("release"));
            int version = Integer.parseInt(release.replaceAll("(?s).*JAVA_VERSION=\"([0-9]+).*", "$1"));
            int code = run(script, Map.of("JAVA_HOME", java.toString()), "status");

            assertThat(code).isEqualTo(1);
            if (version >= 17 && version <= 23) {
                assertThat(output).contains("org.asterism.launcher.Launcher"); // which is not on its class path here
            } else {
                assertThat(output)
                        .isEqualTo("asterism: JAVA_HOME is " + java + ", which is Java " + version
                                + "; set it to a Java from 17 to 23\n");
            }
        }));
    }

    private static Stream<Path> javas() throws IOException {
        Set<Path> javas = new LinkedHashSet<>(Set.of(Path.of(System.getProperty("java.home"))));
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> all = Files.list(installed)) {
                all.forEach(javas::add);
            }
        }
        return javas.stream()
                .filter(java -> Files.isReadable(java.resolve("release")))
                .filter(java -> Files.isExecutable(java.resolve("bin/java")));
    }

    @Test
    void saysThatThereIsNoJavaInJavaHome() throws Exception {
        assertThat(run(script, Map.of("JAVA_HOME", "/nowhere"), "status")).isEqualTo(1);
        assertThat(output)
                .isEqualTo("asterism: JAVA_HOME is /nowhere, but there is no Java; set it to a Java from 17 to 23\n");
    }

    @Test
    void passesOverAJavaOnThePathThatDoesNotFit() throws Exception {
        Path tooNew = java("25");
        String path = tooNew.resolve("bin") + ":" + System.getenv("PATH");

        assertThat(run(script, Map.of("JAVA_HOME", "", "PATH", path), "--version"))
                .isNotZero();
        assertThat(output).doesNotContain("Java 25").contains("org.asterism.launcher.Launcher");
    }

    @Test
    void saysThatTheDistributionIsNotComplete() throws Exception {
        Files.delete(directory.resolve("home/lib/launcher"));

        assertThat(run(script, Map.of(), "status")).isEqualTo(1);
        assertThat(output).contains("is not complete: lib/launcher is missing");
    }

    private Path java(String version) throws IOException {
        Path home = directory.resolve("java-" + version);
        Path command = home.resolve("bin/java");
        Files.createDirectories(command.getParent());
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(command, "#!/bin/bash\nprintf '%s|' \"$@\"\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    private int run(Path command, Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", command.toString()).redirectErrorStream(true);
        builder.command().addAll(java.util.List.of(arguments));
        builder.environment().putAll(environment);
        Process process = builder.start();
        output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
