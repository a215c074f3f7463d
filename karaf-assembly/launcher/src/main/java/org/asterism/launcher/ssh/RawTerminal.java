package org.asterism.launcher.ssh;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The terminal of this process, handing on each key as it is pressed; {@code restore} makes it as it was. */
record RawTerminal(String saved, int rows, int columns) {

    private static final File TERMINAL = new File("/dev/tty");
    private static final int TIMEOUT_SECONDS = 5;
    private static final int ROWS = 24;
    private static final int COLUMNS = 80;

    /** Empty if there is no terminal. */
    static Optional<RawTerminal> open() throws IOException, InterruptedException {
        if (!isTerminal()) {
            return Optional.empty();
        }
        String saved = stty("-g");
        String[] size = stty("size").split(" ", -1);
        RawTerminal terminal = size.length == 2 && size[0].matches("[0-9]{1,4}") && size[1].matches("[0-9]{1,4}")
                ? new RawTerminal(saved, Integer.parseInt(size[0]), Integer.parseInt(size[1]))
                : new RawTerminal(saved, ROWS, COLUMNS);
        stty("raw", "-echo");
        return Optional.of(terminal);
    }

    void restore() throws IOException, InterruptedException {
        stty(saved);
    }

    private static boolean isTerminal() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("test", "-t", "0")
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .start();
        return process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private static String stty(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectInput(TERMINAL)
                .redirectErrorStream(true)
                .start();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("stty does not answer");
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
