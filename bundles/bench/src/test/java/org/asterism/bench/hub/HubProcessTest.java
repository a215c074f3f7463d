package org.asterism.bench.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.asterism.bench.BenchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubProcessTest {

    @TempDir
    private Path folder;

    @Test
    void readsTheMemoryOfTheProcessInTheRecord() throws Exception {
        Path record = folder.resolve("process.json");
        Files.writeString(record, "{\"pid\":" + ProcessHandle.current().pid() + "}");

        assertThat(new HubProcess(record).residentMib()).isBetween(10.0, 100_000.0);
    }

    @Test
    void saysWhenThereIsNoSuchProcess() {
        assertThatThrownBy(() -> new HubProcess(folder.resolve("none")).residentMib())
                .isInstanceOf(BenchException.class)
                .hasMessageStartingWith("the process of the hub is not known");
    }
}
