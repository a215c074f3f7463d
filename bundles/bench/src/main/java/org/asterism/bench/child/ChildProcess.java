package org.asterism.bench.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.asterism.bench.BenchException;
import org.asterism.bench.ResidentMemory;

/** A process of the same Java with its default options; closing kills it. Used by one thread. */
public final class ChildProcess implements AutoCloseable {

    private static final String END = "";
    private static final int MAX_ANSWERS = 1000;
    private static final Duration LAST = Duration.ofSeconds(10);

    private final String name;
    private final Process process;
    private final Writer commands;
    private final BlockingQueue<String> answers = new ArrayBlockingQueue<>(MAX_ANSWERS);

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts a process that plays a role. */
    public static ChildProcess start(String role, List<String> arguments) throws BenchException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                role));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
            ChildProcess child = new ChildProcess(role, process);
            Thread reader = new Thread(child::read, "bench-child-" + process.pid());
            reader.setDaemon(true);
            reader.start();
            return child;
        } catch (IOException e) {
            throw new BenchException("the process '" + role + "' cannot be started: " + e.getMessage(), e);
        }
    }

    /** Sends a command and waits for the answer. */
    public String ask(String command, Duration timeout) throws BenchException, InterruptedException {
        tell(command);
        return answer(timeout);
    }

    /** Sends a command whose answer is taken later. */
    public void tell(String command) throws BenchException {
        try {
            commands.write(command + "\n");
            commands.flush();
        } catch (IOException e) {
            throw new BenchException("the process '" + name + "' has ended", e);
        }
    }

    /** Waits for the next answer. */
    public String answer(Duration timeout) throws BenchException, InterruptedException {
        String reply = answers.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
        if (reply == null) {
            throw new BenchException("the process '" + name + "' does not answer within " + timeout.toSeconds() + " s");
        }
        if (reply.equals(END)) {
            throw new BenchException("the process '" + name + "' has ended");
        }
        if (!Replies.isOk(reply)) {
            throw new BenchException("the process '" + name + "' failed: " + Replies.text(reply));
        }
        return Replies.text(reply);
    }

    long pid() {
        return process.pid();
    }

    /** The processor time that it has used so far. */
    public Duration processorTime() throws BenchException {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new BenchException("this system does not say what processor time a process uses"));
    }

    /** How much memory it has now, in MiB. */
    public double residentMib() throws BenchException {
        return ResidentMemory.mibOf(process.pid());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (Replies.isReply(line)) {
                    answers.put(line);
                }
            }
            answers.put(END);
        } catch (IOException e) {
            answers.offer(END); // it was closed, or killed in the middle of a line
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(LAST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
