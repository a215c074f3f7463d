package org.asterism.itests.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** One call of {@code bin/asterism} that runs on and is read meanwhile. Closing ends it. */
public final class LiveCommand implements AutoCloseable {

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LiveCommand(Process process) {
        this.process = process;
    }

    static LiveCommand start(List<String> words) {
        try {
            LiveCommand command = new LiveCommand(new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start());
            Thread reader = new Thread(command::read, "live-command");
            reader.setDaemon(true);
            reader.start();
            return command;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has written so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Waits for a line; fails with all there are. */
    public List<String> await(String description, Predicate<String> line) {
        return Awaitility.await(description)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(this::lines, all -> all.stream().anyMatch(line));
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("ended: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        process.destroy();
        Awaitility.await("the command ends")
                .atMost(Duration.ofSeconds(10))
                .until(() -> process.waitFor(1, TimeUnit.SECONDS));
    }
}
