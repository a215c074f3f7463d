package org.asterism.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One call of {@code bin/asterism}. */
public final class Command {

    private static final Path HOME = Path.of(System.getProperty("asterism.home"));

    private final List<String> words = new ArrayList<>();
    private Map<String, String> environment = Map.of();

    private Command(List<String> words) {
        this.words.add(HOME.resolve("bin/asterism").toString());
        this.words.addAll(words);
    }

    public static Command asterism(String... words) {
        return new Command(List.of(words));
    }

    public static Command asterism(List<String> words) {
        return new Command(words);
    }

    public Command withEnvironment(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    /** Runs it beside the test. */
    public LiveCommand live() {
        return LiveCommand.start(words);
    }

    /** Runs to the end; a command that takes longer is killed and fails the test. */
    public Result run(Duration limit) {
        try {
            Path out = Files.createTempFile("asterism", ".out");
            Path err = Files.createTempFile("asterism", ".err");
            try {
                return run(limit, out, err);
            } finally {
                Files.deleteIfExists(out);
                Files.deleteIfExists(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while running " + words, e);
        }
    }

    private Result run(Duration limit, Path out, Path err) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        Result result = new Result(
                words,
                ended ? process.exitValue() : -1,
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
        assertThat(ended).as("%s ended within %s%n%s", words, limit, result).isTrue();
        return result;
    }

    /** What the command left behind. */
    public record Result(List<String> words, int exit, String out, String err) {

        public Result succeeded() {
            assertThat(exit).as("%s", this).isZero();
            return this;
        }

        @Override
        public String toString() {
            return String.join(" ", words) + " → " + exit + "\n" + out + err;
        }
    }
}
