package org.asterism.hub.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

    @TempDir
    Path directory;

    @Test
    void readsTheFirstLine() throws IOException {
        assertThat(PrivateFile.read("secret.file", file("rw-------", "  s e\nmore\n")))
                .isEqualTo("s e");
        assertThat(PrivateFile.read("secret.file", file("r--------", ""))).isEmpty();
    }

    @Test
    void refusesWhatOthersCanRead() throws IOException {
        Path open = file("rw-r-----", "secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrivateFile.read("secret.file", open))
                .withMessageContaining("secret.file '" + open + "' is open to others (rw-r-----): chmod 600 it");
    }

    @Test
    void saysThatThereIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrivateFile.read("secret.file", directory.resolve("none")))
                .withMessageContaining("secret.file '" + directory + "/none' cannot be read (there is no such file)");
    }

    @Test
    void refusesWhatIsTooLong() throws IOException {
        Path big = file("rw-------", "x".repeat(5000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrivateFile.read("secret.file", big))
                .withMessageContaining("is longer than");
    }

    private Path file(String mode, String content) throws IOException {
        Path file = Files.createTempFile(directory, "secret", "");
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
