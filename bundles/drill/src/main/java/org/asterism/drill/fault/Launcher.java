package org.asterism.drill.fault;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asterism.drill.DrillException;

/** The command {@code asterism} for one cluster. */
final class Launcher {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final List<String> command;

    /** @param options for every call */
    Launcher(Path script, Path base, String... options) {
        List<String> words = new ArrayList<>(List.of(script.toString(), "--base", base.toString()));
        words.addAll(List.of(options));
        this.command = List.copyOf(words);
    }

    /** Runs it to its end; what goes wrong is told on the error output. */
    void run(String... words) throws DrillException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(all)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.INHERIT)
                    .start();
            boolean ended = process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            if (!ended || process.exitValue() != 0) {
                throw new DrillException("'" + String.join(" ", all) + "' failed");
            }
        } catch (IOException e) {
            throw new DrillException("'" + command.get(0) + "' cannot be run: " + e.getMessage(), e);
        }
    }
}
