package org.asterism.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A Java process with the class path of the tests. It answers each line with one line; what it logs goes to a file. Closing
 * kills it. For one thread.
 */
public final class ChildJvm implements AutoCloseable {

    private static final Path LOGS = Path.of(System.getProperty("asterism.clusters"), "children");
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MAX_ANSWERS = 100;
    private static final String END = "";

    private final String name;
    private final Process process;
    private final Path log;
    private final Writer questions;
    private final BlockingQueue<String> answers = new ArrayBlockingQueue<>(MAX_ANSWERS);

    private ChildJvm(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
    }

    public static ChildJvm start(Class<?> main, String... arguments) {
        String name = main.getSimpleName() + "-" + ProcessHandle.current().pid() + "-" + NUMBERS.incrementAndGet();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.log.org.asterism=info",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            Path log = Files.createDirectories(LOGS).resolve(name + ".log");
            Process process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            ChildJvm child = new ChildJvm(name, process, log);
            Thread reader = new Thread(child::read, name);
            reader.setDaemon(true);
            reader.start();
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks, and waits for the answer. */
    public String ask(String question) {
        try {
            questions.write(question + "\n");
            questions.flush();
            String answer = answers.poll(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(answer)
                    .as("%s answers '%s'; its log is %s", name, question, log)
                    .isNotNull()
                    .isNotEqualTo(END);
            return answer;
        } catch (IOException e) {
            throw new AssertionError(name + " does not live any more; its log is " + log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** The lines of its log in which something of ours calls itself an error. */
    public List<String> errors() {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" ERROR org.asterism."))
                    .map(line -> name + ": " + line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answers.put(line);
            }
        } catch (IOException e) {
            // killed in the middle of a line: it has ended all the same
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answers.offer(END);
    }

    @Override
    public void close() {
        Signals.kill(process.toHandle());
    }
}
