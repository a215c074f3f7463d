package org.asterism.supervisor.internal;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says how a process ended, from what is known of it. */
public final class ProcessEnd {

    /** What the JVM prints before it ends by {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final Pattern OUT_OF_MEMORY =
            Pattern.compile("Terminating due to java\\.lang\\.OutOfMemoryError(: [^\\r\\n]{1,200})?");

    private static final int SIGNALLED = 128;
    private static final Map<Integer, String> SIGNALS = Map.of(
            1, "SIGHUP",
            2, "SIGINT",
            4, "SIGILL",
            6, "SIGABRT: the JVM crashed, see hs_err_pid*.log",
            7, "SIGBUS",
            9, "SIGKILL: by someone, or by the system because its memory ran out",
            11, "SIGSEGV",
            15, "SIGTERM");

    private ProcessEnd() {}

    /**
     * For a person.
     *
     * @param exitCode not known of a process that someone else had started
     * @param printed the end of what it printed
     * @param heapDump what it wrote when its memory was exhausted; says all if the exit code is not known
     */
    public static String describe(long pid, OptionalInt exitCode, String printed, Optional<String> heapDump) {
        Matcher outOfMemory = OUT_OF_MEMORY.matcher(printed);
        boolean told = outOfMemory.find();
        if (told || (exitCode.isEmpty() && heapDump.isPresent())) {
            String what = told && outOfMemory.group(1) != null ? outOfMemory.group(1) : "";
            String dump = heapDump.map(file -> "; its heap is in " + file).orElse("");
            return "process " + pid + " ran out of memory" + what + dump;
        }
        return "process " + pid + " ended" + (exitCode.isPresent() ? " with " + describe(exitCode.getAsInt()) : "");
    }

    private static String describe(int exitCode) {
        String signal = SIGNALS.get(exitCode - SIGNALLED);
        return "exit code " + exitCode + (signal == null ? "" : " (" + signal + ")");
    }
}
