package org.asterism.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the system lets a container have enough files and threads. */
record LimitsCheck() implements Check {

    private static final Path LIMITS = Path.of("/proc/self/limits");
    /** A dispatcher with a thousand clients has two thousand connections. */
    private static final long FILES = 8192;
    /** Some hundred threads for each JVM. */
    private static final long TASKS = 4096;

    @Override
    public String name() {
        return "limits";
    }

    @Override
    public List<Finding> findings() throws IOException {
        if (!Files.isReadable(LIMITS)) {
            return List.of(Finding.skipped("limits", "this system does not tell its limits"));
        }
        return judge(Files.readString(LIMITS));
    }

    /** @param limits as Linux tells them in {@code /proc/self/limits} */
    static List<Finding> judge(String limits) {
        OptionalLong files = hard(limits, "Max open files");
        OptionalLong tasks = hard(limits, "Max processes");
        List<Finding> findings = new ArrayList<>();
        if (files.orElse(FILES) < FILES) {
            findings.add(Finding.warning(
                    "limits",
                    "a process may open " + files.getAsLong() + " files and connections",
                    "raise it to " + FILES + " or more: 'ulimit -n', LimitNOFILE= of systemd"));
        }
        if (tasks.orElse(TASKS) < TASKS) {
            findings.add(Finding.warning(
                    "limits",
                    "this user may have " + tasks.getAsLong() + " threads and processes",
                    "raise it to " + TASKS + " or more: 'ulimit -u', LimitNPROC= and TasksMax= of systemd"));
        }
        return findings.isEmpty()
                ? List.of(Finding.ok("limits", told(files) + " open files, " + told(tasks) + " threads"))
                : findings;
    }

    private static String told(OptionalLong limit) {
        return limit.isPresent() ? Long.toString(limit.getAsLong()) : "any number of";
    }

    /** A JVM raises its soft limit of files to the hard one by itself. Empty if there is none. */
    private static OptionalLong hard(String limits, String name) {
        Matcher line = Pattern.compile("^" + name + " +\\S+ +([0-9]+) ", Pattern.MULTILINE)
                .matcher(limits);
        return line.find() ? OptionalLong.of(Long.parseLong(line.group(1))) : OptionalLong.empty();
    }
}
