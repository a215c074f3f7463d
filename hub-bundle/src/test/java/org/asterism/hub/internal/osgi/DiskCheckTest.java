package org.asterism.hub.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskCheckTest {

    @TempDir
    Path directory;

    @Test
    void leavesNothingBehind() {
        DiskCheck.require(List.of(directory));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void refusesADiskThatIsFull() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiskCheck.require(directory, Long.MAX_VALUE))
                .withMessageContaining("the disk of " + directory + " is full");
    }

    @Test
    void refusesADirectoryThatCannotBeWrittenTo() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiskCheck.require(List.of(file)))
                .withMessageContaining("cannot write to " + file);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiskCheck.require(List.of(directory.resolve("none"))))
                .withMessageContaining("cannot write to " + directory.resolve("none"));
    }
}
