package org.asterism.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code karaf-assembly/demo}: builds, unpacks and runs, each only when needed. Maven here only makes an archive. */
@Timeout(60)
class DemoScriptTest {

    private static final String MAVEN = """
            #!/bin/bash
            echo "mvn $*"
            mkdir -p asterism-1/bin karaf-assembly/distribution/target
            printf '#!/bin/bash\\necho "asterism $*"\\n' > asterism-1/bin/asterism
            chmod +x asterism-1/bin/asterism
            tar -czf karaf-assembly/distribution/target/asterism-1.tar.gz asterism-1
            """;

    @TempDir
    Path directory;

    private Path home;
    private Path source;
    private String output = "";

    @BeforeEach
    void clonePart() throws IOException {
        home = directory.resolve("repository/karaf-assembly/distribution/target/asterism-1");
        source = directory.resolve("repository/bundles/api/src/main/java/A.java");
        executable(directory.resolve("bin/mvn"), MAVEN);
        executable(directory.resolve("repository/karaf-assembly/demo"), Files.readString(Path.of("../demo")));
        Files.createDirectories(source.getParent());
        Files.writeString(source, "");
    }

    @Test
    void buildsOnceAndHandsOnItsArguments() throws Exception {
        assertThat(run("--nodes", "1")).isZero();
        assertThat(output).contains("mvn -q -B -DskipTests -pl karaf-assembly/distribution -am package");
        assertThat(output).contains("Unpacking").endsWith("asterism demo --nodes 1\n");

        assertThat(run()).isZero();
        assertThat(output).isEqualTo("asterism demo\n");
    }

    @Test
    void buildsAgainWhenASourceHasChangedAndKeepsTheCluster() throws Exception {
        assertThat(run()).isZero();
        Files.createDirectories(home.resolve("cluster"));
        Files.writeString(home.resolve("cluster/kept"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        Files.setLastModifiedTime(home.resolve(".unpacked"), FileTime.from(Instant.EPOCH));

        assertThat(run()).isZero();
        assertThat(output).contains("mvn ").contains("asterism stop --all\n").endsWith("asterism demo\n");
        assertThat(home.resolve("cluster/kept")).exists();
    }

    @Test
    void saysThatTheBuildFailed() throws Exception {
        executable(directory.resolve("bin/mvn"), "#!/bin/bash\necho no; exit 1\n");

        assertThat(run()).isEqualTo(1);
        assertThat(output).endsWith("no\ndemo: the build failed; its messages are above\n");
    }

    private static void executable(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private int run(String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                directory.resolve("repository/karaf-assembly/demo").toString());
        builder.command().addAll(List.of(arguments));
        builder.redirectErrorStream(true);
        builder.environment().put("PATH", directory.resolve("bin") + ":" + System.getenv("PATH"));
        Process process = builder.start();
        output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
