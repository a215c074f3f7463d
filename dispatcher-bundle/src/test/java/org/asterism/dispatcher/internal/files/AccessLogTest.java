package org.asterism.dispatcher.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.asterism.dispatcher.internal.AccessEntry;
import org.asterism.dispatcher.internal.AccessLogSettings;
import org.asterism.dispatcher.internal.LogFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AccessLogTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @TempDir
    private Path directory;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static AccessEntry entry(String uri) {
        return new AccessEntry(
                System.currentTimeMillis(), "c", "GET", uri, "HTTP/1.1", 200, 1, 1, "a/1", 1, "r", "t", name -> null);
    }

    private AccessLogSettings settings(Path file, int waiting) {
        return new AccessLogSettings(file, LogFormat.parse("%r"), 100_000, 3, waiting);
    }

    @Test
    void writesWhatItIsGiven() throws Exception {
        LongAdder dropped = new LongAdder();
        Path file = directory.resolve("sub/access.log");
        AccessLog log = new AccessLog(settings(file, 100), dropped);
        log.start();
        for (int i = 0; i < 50; i++) {
            log.add(entry("/" + i));
        }
        log.close();
        log.add(entry("/late"));
        assertThat(Files.readAllLines(file))
                .hasSize(50)
                .startsWith("GET /0 HTTP/1.1")
                .endsWith("GET /49 HTTP/1.1");
        assertThat(dropped.sum()).isEqualTo(1);
    }

    @Test
    void dropsAndCountsWhatIsTooMuch() throws Exception {
        LongAdder dropped = new LongAdder();
        AccessLog log = new AccessLog(settings(directory.resolve("access.log"), 10), dropped);
        for (int i = 0; i < 25; i++) {
            log.add(entry("/" + i)); // nobody writes yet
        }
        assertThat(dropped.sum()).isEqualTo(15);
        log.start();
        log.close();
        assertThat(Files.readAllLines(directory.resolve("access.log"))).hasSize(10);
    }

    @Test
    void goesOnWhenTheFileCannotBeWritten() throws Exception {
        LongAdder dropped = new LongAdder();
        Files.writeString(directory.resolve("file"), "no directory");
        AccessLog log = new AccessLog(settings(directory.resolve("file/access.log"), 10), dropped);
        log.start();
        log.add(entry("/a"));
        log.add(entry("/b"));
        log.close();
        assertThat(dropped.sum()).isEqualTo(2);
    }

    @Test
    void beginsANewFileWhenOneIsFullOrTheDayIsOver() throws Exception {
        Path path = directory.resolve("access.log");
        try (RotatingFile file = new RotatingFile(path, 10, 10)) {
            for (String line : List.of("1234", "5678", "next")) {
                file.write(line, TODAY);
            }
            file.write("tomorrow", TODAY.plusDays(1));
            file.write("a line that is longer than a file", TODAY.plusDays(1));
        }
        assertThat(names())
                .containsExactly(
                        "access-2026-11-30.1.log", "access-2026-11-30.2.log", "access-2026-12-01.1.log", "access.log");
        assertThat(directory.resolve("access-2026-11-30.1.log")).hasContent("1234\n5678");
        assertThat(path).hasContent("a line that is longer than a file");
    }

    @Test
    void keepsOnlySoManyOldFilesAndNoneOfOthersIsTouched() throws Exception {
        Files.writeString(directory.resolve("access-mine.log"), "x");
        try (RotatingFile file = new RotatingFile(directory.resolve("access.log"), 1, 2)) {
            for (int i = 0; i < 6; i++) {
                file.write("line " + i, TODAY);
            }
        }
        assertThat(names()).hasSize(4).contains("access-mine.log", "access.log");
    }

    @Test
    void addsToAFileThatIsThere() throws Exception {
        Path path = directory.resolve("access.log");
        Files.writeString(path, "before\n");
        LocalDate today = LocalDate.ofInstant(Files.getLastModifiedTime(path).toInstant(), ZoneId.systemDefault());
        try (RotatingFile file = new RotatingFile(path, 1000, 2)) {
            file.write("after", today);
        }
        assertThat(path).hasContent("before\nafter");
    }
}
