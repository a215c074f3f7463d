package org.asterism.lock.internal.procfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.asterism.lock.internal.Presence;
import org.asterism.lock.internal.ProcessMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ProcFilesTest {

    private static final String MACHINE = "boot-1 pid:[7]";

    @TempDir
    private Path proc;

    @Test
    void seesThisProcess() {
        ProcFiles real = ProcFiles.ofThisMachine();
        assertThat(real.self()).isPresent();
        assertThat(real.look(real.self().orElseThrow())).isEqualTo(Presence.THERE);
        assertThat(real.find(ProcessHandle.current().pid())).isEqualTo(real.self());
    }

    @Test
    void seesThatAnotherProcessIsKilled() throws Exception {
        ProcFiles real = ProcFiles.ofThisMachine();
        Process child = new ProcessBuilder("sleep", "600").start();
        try {
            ProcessMark mark = real.find(child.pid()).orElseThrow();
            assertThat(real.look(mark)).isEqualTo(Presence.THERE);
            child.destroyForcibly();
            assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
            await().atMost(Duration.ofSeconds(20)).until(() -> real.look(mark) == Presence.GONE);
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void takesAnotherProcessWithTheSameNumberForAnotherOne() throws IOException {
        ProcFiles files = machine(42);
        process(50, "S", 3, 900);
        assertThat(files.find(50)).contains(new ProcessMark(MACHINE, 50, 900));
        assertThat(files.look(new ProcessMark(MACHINE, 50, 900))).isEqualTo(Presence.THERE);
        assertThat(files.look(new ProcessMark(MACHINE, 50, 800))).isEqualTo(Presence.GONE);
        assertThat(files.look(new ProcessMark(MACHINE, 51, 800))).isEqualTo(Presence.GONE);
        assertThat(files.find(51)).isEmpty();
    }

    @Test
    void takesAProcessForGoneOnlyWhenItsLastThreadIs() throws IOException {
        ProcFiles files = machine(42);
        ProcessMark mark = new ProcessMark(MACHINE, 50, 900);
        process(50, "Z", 2, 900);
        assertThat(files.look(mark)).as("its first thread has ended").isEqualTo(Presence.THERE);
        process(50, "Z", 1, 900);
        assertThat(files.look(mark)).isEqualTo(Presence.GONE);
        process(50, "T", 1, 900);
        assertThat(files.look(mark)).as("stopped").isEqualTo(Presence.THERE);
    }

    @Test
    void cannotKnowOfOtherMachinesAndOfWhatCannotBeRead() throws IOException {
        ProcFiles files = machine(42);
        assertThat(files.look(new ProcessMark("boot-2 pid:[7]", 50, 1))).isEqualTo(Presence.UNKNOWN);
        assertThat(files.look(new ProcessMark("boot-1 pid:[8]", 50, 1))).isEqualTo(Presence.UNKNOWN);
        Files.createDirectories(proc.resolve("60"));
        Files.writeString(proc.resolve("60/stat"), "60 (cut off");
        assertThat(files.look(new ProcessMark(MACHINE, 60, 1))).isEqualTo(Presence.UNKNOWN);
        Files.delete(proc.resolve("42/stat"));
        assertThat(files.look(new ProcessMark(MACHINE, 51, 1)))
                .as("nothing is shown any more")
                .isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void hasNoMarkWhereOthersWouldNotFindIt() throws IOException {
        ProcFiles nothing = new ProcFiles(proc, 42);
        assertThat(nothing.self()).isEmpty();
        assertThat(nothing.look(new ProcessMark(MACHINE, 1, 1))).isEqualTo(Presence.UNKNOWN);
        machine(42);
        assertThat(new ProcFiles(proc, 42).self()).isEqualTo(Optional.of(new ProcessMark(MACHINE, 42, 500)));
        assertThat(new ProcFiles(proc, 43).self())
                .as("numbers of another container")
                .isEmpty();
    }

    private ProcFiles machine(long self) throws IOException {
        process(self, "R", 20, 500);
        Files.createDirectories(proc.resolve(self + "/ns"));
        Files.createSymbolicLink(proc.resolve(self + "/ns/pid"), Path.of("pid:[7]"));
        Files.createSymbolicLink(proc.resolve("self"), Path.of(Long.toString(self)));
        Files.createDirectories(proc.resolve("sys/kernel/random"));
        Files.writeString(proc.resolve("sys/kernel/random/boot_id"), "boot-1\n");
        return new ProcFiles(proc, self);
    }

    private void process(long number, String state, int threads, long start) throws IOException {
        Files.createDirectories(proc.resolve(Long.toString(number)));
        Files.writeString(
                proc.resolve(number + "/stat"),
                number + " (a ) b) " + state + " 1 1 1 0 -1 4194304 0 0 0 0 0 0 0 0 20 0 " + threads + " 0 " + start
                        + " 0 0\n");
    }
}
