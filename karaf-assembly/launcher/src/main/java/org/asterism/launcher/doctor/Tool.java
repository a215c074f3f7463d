package org.asterism.launcher.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a program of this machine for what it tells. */
public final class Tool {

    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private Tool() {}

    /** Its exit code, and what it wrote to both of its outputs. */
    public record Output(int code, String text) {
        /** Whether it says that all went well. */
        public boolean isGood() {
            return code == 0;
        }
    }

    /** Empty if there is no such program, or it takes too long. */
    public static Optional<Output> run(List<String> command, Duration timeout)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile("asterism", ".out");
        try {
            Process process = started(command, file.toFile());
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return Optional.of(new Output(process.exitValue(), text(file)));
        } catch (IOException noSuchProgram) {
            return Optional.empty();
        } finally {
            Files.delete(file);
        }
    }

    /** To a file: a pipe that nobody empties would hold it up. */
    private static Process started(List<String> command, File output) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output)
                .start();
    }

    private static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        }
    }
}
