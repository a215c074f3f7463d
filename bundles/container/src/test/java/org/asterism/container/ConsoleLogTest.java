package org.asterism.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleLogTest {

    @TempDir
    private Path directory;

    @Test
    void oneThatIsOpenForAppendingGoesOnInTheEmptiedFile() throws IOException {
        Path file = directory.resolve("console.log");
        ConsoleLog log = new ConsoleLog(file, 10);
        assertThat(log.bound()).isFalse();
        assertThat(log.tail(10)).isEmpty();
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            print(out, "0123456789");
            assertThat(log.bound()).isFalse();
            print(out, "a");
            assertThat(log.bound()).isTrue();
            print(out, "after");
        }
        assertThat(file).hasContent("after");
        assertThat(directory.resolve("console.log.1")).hasContent("0123456789a");
    }

    @Test
    void tellsWhatWasPrintedSinceAlsoIfItWasEmptiedMeanwhile() throws IOException {
        Path file = Files.writeString(directory.resolve("console.log"), "before");
        ConsoleLog log = new ConsoleLog(file, 10);
        long size = log.size();
        Files.writeString(file, "after it", StandardOpenOption.APPEND);
        assertThat(log.since(size, 5)).isEqualTo("after");
        assertThat(log.tail(2)).isEqualTo("it");
        Files.writeString(file, "new");
        assertThat(log.since(size, 100)).isEqualTo("new");
    }

    @Test
    void onlyTheNewestFilesAreKept() throws IOException {
        for (int i = 1; i <= 3; i++) {
            Files.setLastModifiedTime(
                    Files.createFile(directory.resolve(i + ".hprof")), FileTime.fromMillis(100_000L - i * 1_000L));
        }
        Files.createFile(directory.resolve("other.txt"));
        KeptFiles dumps = new KeptFiles(directory, "*.hprof");
        assertThat(dumps.newest()).contains(directory.resolve("1.hprof"));
        dumps.keep(2);
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("1.hprof", "2.hprof", "other.txt");
        dumps.keep(5);
        assertThat(directory.toFile().list()).hasSize(3);
        new KeptFiles(directory.resolve("none"), "*").keep(0);
        assertThat(new KeptFiles(directory.resolve("none"), "*").newest()).isEmpty();
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
