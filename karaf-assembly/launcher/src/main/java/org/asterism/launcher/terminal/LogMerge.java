package org.asterism.launcher.terminal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Puts the lines of several logs into the order of time. Deterministic; not thread-safe.
 *
 * <ol>
 *   <li>A record is the line that begins with a time and those that follow it in the same log: they stay together.
 *   <li>A record waits for a window, so that an older one of another log can still come before it; one that comes later than
 *       that is shown late rather than never.
 *   <li>Records of one log never overtake each other, whatever their times say.
 *   <li>Never more than a bound waits: past it the oldest leave early.
 * </ol>
 */
public final class LogMerge {

    private static final int MOST = 20_000;
    private static final int MOST_LINES = 5_000;

    private final long window;
    private final Map<String, Waiting> last = new HashMap<>();
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(
            Comparator.comparing((Waiting record) -> record.time).thenComparing(record -> record.number));
    private final Deque<Waiting> byArrival = new ArrayDeque<>();
    private long number;

    /** A record of one log; lines are added to it for as long as it waits. */
    private static final class Waiting {

        private final String source;
        private final String time;
        private final long number;
        private final long arrived;
        private final List<String> lines = new ArrayList<>();
        private boolean shown;

        Waiting(String source, String time, long number, long arrived) {
            this.source = source;
            this.time = time;
            this.number = number;
            this.arrived = arrived;
        }
    }

    /** A line of one log. */
    public record Line(String source, String text) {}

    /** @param window how long a record waits, in the unit of the times that are given */
    public LogMerge(long window) {
        this.window = window;
    }

    /** A line was found at the end of a log. */
    public void add(String source, String line, long now) {
        Waiting former = last.get(source);
        String time = LogRecord.time(line).orElse("");
        boolean begins = former == null || !time.isEmpty() || former.lines.size() >= MOST_LINES;
        if (begins) {
            begin(source, notBefore(former, time), line, now);
        } else {
            follow(former, line, now);
        }
    }

    /** A line that follows a record which was shown already makes one of its own, at the same time. */
    private void follow(Waiting former, String line, long now) {
        if (former.shown) {
            begin(former.source, former.time, line, now);
        } else {
            former.lines.add(line);
        }
    }

    private void begin(String source, String time, String line, long now) {
        Waiting record = new Waiting(source, time, number++, now);
        record.lines.add(line);
        last.put(source, record);
        waiting.add(record);
        byArrival.add(record);
    }

    private static String notBefore(Waiting former, String time) {
        return former != null && former.time.compareTo(time) > 0 ? former.time : time;
    }

    /** What has waited long enough, in order. */
    public List<Line> due(long now) {
        List<Line> due = new ArrayList<>();
        while (!waiting.isEmpty() && (waiting.size() > MOST || someoneHasWaited(now))) {
            leave(waiting.remove(), due);
        }
        return due;
    }

    /** Whoever is before one that has waited leaves with it. */
    private boolean someoneHasWaited(long now) {
        while (!byArrival.isEmpty() && byArrival.peek().shown) {
            byArrival.remove();
        }
        return !byArrival.isEmpty() && now - byArrival.peek().arrived >= window;
    }

    /** Everything that still waits, in order. */
    public List<Line> rest() {
        List<Line> rest = new ArrayList<>();
        while (!waiting.isEmpty()) {
            leave(waiting.remove(), rest);
        }
        byArrival.clear();
        return rest;
    }

    private static void leave(Waiting record, List<Line> lines) {
        record.shown = true;
        record.lines.forEach(line -> lines.add(new Line(record.source, line)));
    }
}
