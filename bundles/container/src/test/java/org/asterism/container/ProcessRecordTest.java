package org.asterism.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessRecordTest {

    @TempDir
    Path directory;

    @Test
    void isReadAsItWasWritten() throws Exception {
        Path file = directory.resolve("process.json");
        ProcessRecord record = new ProcessRecord(new ProcessIdentity(12, 34), Map.of("ssh", 56, "http", 78));

        record.write(file);

        assertThat(file).hasContent("{\"pid\":12,\"startedAt\":34,\"ports\":{\"http\":78,\"ssh\":56}}");
        assertThat(ProcessRecord.read(file)).contains(record);
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void isEmptyIfThereIsNone() throws Exception {
        assertThat(ProcessRecord.read(directory.resolve("process.json"))).isEmpty();
    }

    @Test
    void takesKeysThatOthersAdd() throws Exception {
        Path file = directory.resolve("process.json");
        Files.writeString(file, "{\"pid\":12,\"startedAt\":34,\"more\":[]}");

        assertThat(ProcessRecord.read(file)).contains(new ProcessRecord(new ProcessIdentity(12, 34), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"pid\":\"x\",\"startedAt\":1}", "{\"pid\":1}", "\u0000\u0000"})
    void saysWhichFileIsDamaged(String content) throws Exception {
        Path file = directory.resolve("process.json");
        Files.writeString(file, content);

        assertThatThrownBy(() -> ProcessRecord.read(file))
                .isInstanceOf(CorruptRecordException.class)
                .hasMessageContaining("the process record " + file + " is damaged")
                .hasMessageContaining("delete the file");
    }
}
