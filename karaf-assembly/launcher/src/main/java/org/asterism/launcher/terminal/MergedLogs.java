package org.asterism.launcher.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Several log files as one, in the order of time, each line with the name of its part in front. */
public final class MergedLogs {

    private static final long WINDOW_MILLIS = 1_000;
    private static final String BAR = " | ";

    private final LogMerge merge = new LogMerge(WINDOW_MILLIS);
    private final Map<String, LogFollower> followers = new LinkedHashMap<>();
    private long now;
    private int width;

    /**
     * Begins with the last lines of all of them together, and follows them from there.
     *
     * @param logs by the name of their part; those that do not exist yet are followed when they do
     */
    public List<String> begin(Map<String, Path> logs, int lines) throws IOException {
        for (Map.Entry<String, Path> log : logs.entrySet()) {
            follow(log.getKey(), log.getValue(), true);
            LogTail.last(log.getValue(), lines).forEach(line -> merge.add(log.getKey(), line, 0));
        }
        List<String> all = texts(merge.rest());
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    /** What has come since the last time and has waited long enough; logs of parts that are new are followed from their beginning. */
    public List<String> poll(Map<String, Path> logs, long nowMillis) throws IOException {
        for (Map.Entry<String, Path> log : logs.entrySet()) {
            follow(log.getKey(), log.getValue(), false);
        }
        now = nowMillis;
        for (LogFollower follower : followers.values()) {
            follower.poll();
        }
        return texts(merge.due(nowMillis));
    }

    private void follow(String name, Path log, boolean fromEnd) throws IOException {
        if (!followers.containsKey(name)) {
            Consumer<String> taken = text -> text.lines().forEach(line -> merge.add(name, line, now));
            followers.put(name, fromEnd ? LogFollower.atEnd(log, taken) : LogFollower.atBegin(log, taken));
            width = Math.max(width, name.length());
        }
    }

    private List<String> texts(List<LogMerge.Line> lines) {
        List<String> texts = new ArrayList<>();
        for (LogMerge.Line line : lines) {
            texts.add(line.source() + " ".repeat(width - line.source().length()) + BAR + line.text());
        }
        return texts;
    }
}
