package org.asterism.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.asterism.launcher.terminal.LogMerge.Line;
import org.junit.jupiter.api.Test;

class LogMergeTest {

    private static final long WINDOW = 1000;

    private final LogMerge merge = new LogMerge(WINDOW);

    private static String at(int millis) {
        return String.format("2026-01-01T00:00:%02d,%03d | INFO", millis / 1000, millis % 1000);
    }

    @Test
    void linesOfSeveralLogsComeInTheOrderOfTheirTimes() {
        merge.add("a", at(10), 0);
        merge.add("a", at(30), 0);
        merge.add("b", at(20), 100);
        assertThat(merge.due(WINDOW - 1)).isEmpty();
        assertThat(merge.due(WINDOW))
                .containsExactly(new Line("a", at(10)), new Line("b", at(20)), new Line("a", at(30)));
    }

    @Test
    void aRecordOfSeveralLinesStaysTogether() {
        merge.add("a", at(10), 0);
        merge.add("b", at(11), 0);
        merge.add("a", "java.lang.IllegalStateException", 0);
        merge.add("a", "\tat x", 0);
        assertThat(merge.rest())
                .containsExactly(
                        new Line("a", at(10)),
                        new Line("a", "java.lang.IllegalStateException"),
                        new Line("a", "\tat x"),
                        new Line("b", at(11)));
    }

    @Test
    void linesInJsonAreOrderedLikePlainOnes() {
        String json = "{\"level\":\"INFO\",\"@timestamp\":\"2026-01-01T00:00:00.020+01:00\",\"message\":\"m\"}";
        merge.add("a", at(30), 0);
        merge.add("b", json, 0);
        merge.add("c", at(10), 0);
        assertThat(merge.rest()).extracting(Line::source).containsExactly("c", "b", "a");
    }

    @Test
    void whatComesTooLateIsShownAllTheSame() {
        merge.add("a", at(500), 0);
        assertThat(merge.due(WINDOW)).hasSize(1);
        merge.add("b", at(10), WINDOW);
        merge.add("a", "that goes on", WINDOW);
        assertThat(merge.due(2 * WINDOW)).containsExactly(new Line("b", at(10)), new Line("a", "that goes on"));
    }

    @Test
    void theLinesOfOneLogNeverOvertakeEachOther() {
        merge.add("a", at(500), 0);
        merge.add("a", at(100), 0);
        assertThat(merge.rest()).containsExactly(new Line("a", at(500)), new Line("a", at(100)));
    }

    @Test
    void whateverComesNothingIsLostAndEachLogKeepsItsOrder() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<List<String>> logs = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Line> shown = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            int log = random.nextInt(logs.size());
            String line = random.nextInt(4) == 0 ? "\tline " + i : at(random.nextInt(50_000)) + " " + i;
            logs.get(log).add(line);
            merge.add(Integer.toString(log), line, i);
            shown.addAll(merge.due(i));
        }
        shown.addAll(merge.rest());
        for (int log = 0; log < logs.size(); log++) {
            String source = Integer.toString(log);
            assertThat(shown.stream()
                            .filter(line -> line.source().equals(source))
                            .map(Line::text))
                    .as("log %s with seed %s", source, seed)
                    .containsExactlyElementsOf(logs.get(log));
        }
    }
}
