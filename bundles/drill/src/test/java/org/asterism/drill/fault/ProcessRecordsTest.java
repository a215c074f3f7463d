package org.asterism.drill.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.asterism.container.ProcessIdentity;
import org.asterism.container.ProcessRecord;
import org.asterism.drill.DrillException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordsTest {

    private static final ProcessHandle SELF = ProcessHandle.current();

    @TempDir
    private Path base;

    private ProcessRecords records;

    @BeforeEach
    void records() {
        records = new ProcessRecords(base);
    }

    @Test
    void findsNothingBeforeAnythingWasStarted() throws DrillException {
        assertThat(records.hubs()).isEmpty();
        assertThat(records.instances()).isEmpty();
        assertThat(records.nodes()).isEmpty();
    }

    /** The folder of an instance outlives it, and one that was stopped on purpose cannot be killed. */
    @Test
    void findsOnlyWhatRuns() throws IOException, DrillException {
        write("hub", "process.json", ProcessIdentity.of(SELF));
        write("hub-2", "process.json", new ProcessIdentity(SELF.pid(), 1));
        write("instances/a", "process.json", ProcessIdentity.of(SELF));
        write("instances/b", "process.json", new ProcessIdentity(SELF.pid(), 1));
        write("instances/b/nodes/1", "node.json", ProcessIdentity.of(SELF));
        Files.createDirectories(base.resolve("instances/c/nodes/1"));

        assertThat(records.hubs()).containsExactly(SELF);
        assertThat(records.instances()).containsExactly("a");
        assertThat(records.instance("c")).isEmpty();
        assertThat(records.nodes()).containsExactly(SELF);
    }

    private void write(String folder, String file, ProcessIdentity identity) throws IOException {
        Path directory = Files.createDirectories(base.resolve(folder));
        new ProcessRecord(identity, Map.of()).write(directory.resolve(file));
    }
}
