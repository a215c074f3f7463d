package org.asterism.servernode.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeFilesTest {

    @TempDir
    private Path etc;

    @Test
    void aNodeIsAddedLikeTheFirstOneAndRemoved() throws IOException {
        NodeFiles files = new NodeFiles(etc);
        assertThat(files.numbers()).isEmpty();
        Files.writeString(etc.resolve("org.asterism.servernode-1.cfg"), "number = 1\nhosting = embedded\nweight = 3\n");
        Files.writeString(etc.resolve("org.asterism.servernode.agent.cfg"), "");
        Files.writeString(etc.resolve("org.asterism.servernode-0.cfg"), "");
        files.add(10);
        files.add(2);
        assertThat(files.numbers()).containsExactly(1, 2, 10);
        assertThat(etc.resolve("org.asterism.servernode-2.cfg")).hasContent("number = 2\nhosting = embedded\n");
        files.remove(10);
        files.remove(10);
        assertThat(files.numbers()).containsExactly(1, 2);
        assertThat(etc.toFile().list()).as("nothing temporary is left").hasSize(4);
    }

    @Test
    void withoutAFirstOneItHasAProcess() throws IOException {
        new NodeFiles(etc).add(1);
        assertThat(etc.resolve("org.asterism.servernode-1.cfg")).content().contains("hosting = process");
    }
}
