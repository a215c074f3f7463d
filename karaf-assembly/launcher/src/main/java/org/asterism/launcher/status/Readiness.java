package org.asterism.launcher.status;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.terminal.LogTail;
import org.asterism.launcher.terminal.Progress;

/** Waits until all that was started is up, tells the progress, and says what is wrong if it does not come up. */
public final class Readiness {

    private static final Duration POLL = Duration.ofMillis(150);
    private static final int SHOWN_LINES = 12;

    private final Progress progress;
    private final Duration timeout;
    private final Map<String, Awaited.Answer> answers = new HashMap<>();

    /** With the time all together have. */
    public Readiness(Progress progress, Duration timeout) {
        this.progress = progress;
        this.timeout = timeout;
    }

    /**
     * @throws LauncherException if something ended, refuses to work, gave up or took too long; the message says why, or shows
     *     the end of its log
     */
    public void await(List<Awaited> all) throws IOException, InterruptedException, LauncherException {
        long deadline = System.nanoTime() + timeout.toNanos();
        List<Awaited> waiting = new ArrayList<>(all);
        while (true) {
            for (Awaited one : List.copyOf(waiting)) {
                if (isUp(one)) {
                    waiting.remove(one);
                }
            }
            if (waiting.isEmpty()) {
                return;
            }
            if (System.nanoTime() - deadline >= 0) {
                throw failure(waiting.get(0), tooLate(waiting));
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
    }

    private boolean isUp(Awaited one) throws IOException, LauncherException {
        boolean alive = one.identity().isAlive();
        Awaited.Answer answer = one.probe().ask();
        if (!answer.equals(answers.put(one.name(), answer))) {
            progress.state(one.name(), answer.state(), answer.remark());
        }
        if (answer.isUp()) {
            return true;
        }
        if (!alive) {
            throw failure(one, "the process of " + one.name() + " ended while it was starting");
        }
        if (answer.isRefusal()) { // the reason says all: no log is needed
            throw new LauncherException(one.name() + " refuses to work: " + answer.remark() + "; then 'asterism stop "
                    + one.name() + "' and start it again");
        }
        if (answer.isFinal()) {
            throw failure(one, one.name() + " is " + answer.state() + ": " + answer.remark());
        }
        return false;
    }

    private String tooLate(List<Awaited> waiting) {
        List<String> names = waiting.stream()
                .map(one -> one.name() + " (" + answers.get(one.name()).told() + ")")
                .toList();
        return String.join(", ", names) + " did not come up within " + timeout.toSeconds()
                + " s; a slow machine may need a longer --timeout";
    }

    private static LauncherException failure(Awaited one, String what) throws IOException {
        StringBuilder message = new StringBuilder(what);
        for (var log : List.of(one.layout().log(), one.layout().consoleLog())) {
            List<String> lines = LogTail.last(log, SHOWN_LINES);
            if (!lines.isEmpty()) {
                message.append("\nlast lines of ").append(log).append(':');
                lines.forEach(line -> message.append("\n  ").append(line));
            }
        }
        return new LauncherException(message.toString());
    }
}
