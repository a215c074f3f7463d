package org.asterism.launcher.terminal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the time at which a line of a log says that it was written: plain ones begin with it, those in JSON say it with a key. */
final class LogRecord {

    private static final int MAX_LENGTH = 512;
    private static final Pattern TIME = Pattern.compile(
            "^(?:\\{.*?\"@timestamp\":\")?(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)[.,](\\d{3})");

    private LogRecord() {}

    /** The time as a text that sorts like time; empty if the line is none that begins a record. */
    static Optional<String> time(String line) {
        Matcher time = TIME.matcher(line.substring(0, Math.min(line.length(), MAX_LENGTH)));
        return time.find() ? Optional.of(time.group(1) + "T" + time.group(2) + "." + time.group(3)) : Optional.empty();
    }
}
