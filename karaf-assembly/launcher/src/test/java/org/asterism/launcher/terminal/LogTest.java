package org.asterism.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {

    @TempDir
    Path directory;

    @Test
    void theEndIsShown() throws Exception {
        Path log = directory.resolve("karaf.log");
        Files.writeString(
                log, IntStream.range(0, 100_000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));

        assertThat(LogTail.last(log, 3)).containsExactly("line 99997", "line 99998", "line 99999");
        assertThat(LogTail.last(log, 0)).isEmpty();
        assertThat(LogTail.last(directory.resolve("none"), 3)).isEmpty();
    }

    @Test
    void aShortLogIsShownWhole() throws Exception {
        Path log = directory.resolve("karaf.log");
        Files.writeString(log, "one\ntwo\n");

        assertThat(LogTail.last(log, 10)).containsExactly("one", "two");
    }

    @Test
    void aVeryLongLineDoesNotHideTheRest() throws Exception {
        Path log = directory.resolve("karaf.log");
        Files.writeString(log, String.join("", Collections.nCopies(100_000, "x")) + "\nend\n");

        assertThat(LogTail.last(log, 1)).containsExactly("end");
    }

    @Test
    void whatIsAddedIsShownLineByLineAlsoInANewFile() throws Exception {
        Path log = directory.resolve("karaf.log");
        Files.writeString(log, "before\n");
        StringWriter shown = new StringWriter();
        LogFollower follower = new LogFollower(log, new PrintWriter(shown));

        Files.writeString(log, "one\ntw", StandardOpenOption.APPEND);
        follower.poll();
        assertThat(shown).hasToString("one\n");
        Files.writeString(log, "o\n", StandardOpenOption.APPEND);
        follower.poll();
        assertThat(shown).hasToString("one\ntwo\n");
        Files.delete(log);
        follower.poll();
        Files.writeString(log, "new\n");
        follower.poll();
        assertThat(shown).hasToString("one\ntwo\nnew\n");
    }

    @Test
    void severalLogsAreShownAsOne() throws Exception {
        Path hub = directory.resolve("hub.log");
        Path node = directory.resolve("node.log");
        Path late = directory.resolve("late.log");
        Files.writeString(hub, "2026-01-01T00:00:00,001 | one\n2026-01-01T00:00:00,003 | three\n");
        Files.writeString(node, "2026-01-01T00:00:00,002 | two\n");
        MergedLogs logs = new MergedLogs();
        Map<String, Path> two = Map.of("hub", hub, "a/1", node);

        assertThat(logs.begin(two, 2))
                .containsExactly("a/1 | 2026-01-01T00:00:00,002 | two", "hub | 2026-01-01T00:00:00,003 | three");
        Files.writeString(hub, "2026-01-01T00:00:00,006 | six\n\tand more\n", StandardOpenOption.APPEND);
        Files.writeString(node, "2026-01-01T00:00:00,005 | five\n", StandardOpenOption.APPEND);
        Files.writeString(late, "2026-01-01T00:00:00,004 | four\n");
        Map<String, Path> three = Map.of("hub", hub, "a/1", node, "a/2", late);
        assertThat(logs.poll(three, 100)).isEmpty();
        assertThat(logs.poll(three, 2_000))
                .containsExactly(
                        "a/2 | 2026-01-01T00:00:00,004 | four",
                        "a/1 | 2026-01-01T00:00:00,005 | five",
                        "hub | 2026-01-01T00:00:00,006 | six",
                        "hub | \tand more");
    }
}
