package org.asterism.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KarafCommandTest {

    @TempDir
    Path directory;

    @Test
    void putsMoreSpecialOptionsAfterMoreGeneralOnes() throws Exception {
        List<String> command = command(17);

        assertThat(command.get(0)).isEqualTo("/java/bin/java");
        assertThat(command.indexOf("-Xmx32m")).isGreaterThan(command.indexOf("-Xmx256m"));
        assertThat(command.indexOf("-Xmx16m")).isGreaterThan(command.indexOf("-Xmx32m"));
        assertThat(command).endsWith("org.apache.karaf.main.Main");
    }

    @Test
    void patchesTheModulesWithTheRightJars() throws Exception {
        String line = String.join(" ", command(17));

        assertThat(line)
                .contains("--patch-module java.xml=" + directory.resolve("home/lib/endorsed")
                        + "/org.apache.karaf.specs.java.xml-0.jar ")
                .contains("lib/boot/org.apache.karaf.main-0.jar:" + directory.resolve("home/lib/jdk9plus"))
                .doesNotContain("xml.ws");
    }

    @Test
    void allowsASecurityManagerWhereTheDefaultIsNone() throws Exception {
        assertThat(command(17)).doesNotContain("-Djava.security.manager=allow");
        assertThat(command(21)).contains("-Djava.security.manager=allow");
    }

    private List<String> command(int javaVersion) throws Exception {
        FakeDistribution distribution = FakeDistribution.in(directory);
        return KarafCommand.of(
                distribution.hub(directory.resolve("hub")),
                KarafLibraries.in(distribution.home()),
                new JavaRuntime(Path.of("/java"), javaVersion),
                List.of("-Xmx16m"));
    }
}
