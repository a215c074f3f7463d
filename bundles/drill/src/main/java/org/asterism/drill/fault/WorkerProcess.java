package org.asterism.drill.fault;

import java.io.BufferedReader;
import java.io.IOException;
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
import java.util.function.Consumer;
import org.asterism.drill.DrillException;
import org.asterism.drill.history.Event;
import org.asterism.drill.history.EventLine;
import org.asterism.drill.worker.WorkerArguments;
import org.asterism.drill.worker.WorkerMain;

/** One life of a worker. */
final class WorkerProcess {

    private static final String GONE = "gone";
    private static final int MAX_ANSWERS = 10;

    private final String life;
    private final Process process;
    private final BlockingQueue<String> answers = new ArrayBlockingQueue<>(MAX_ANSWERS);

    private WorkerProcess(String life, Process process) {
        this.life = life;
        this.process = process;
    }

    /**
     * @param logs the folder for what it logs and for its events
     * @param told hears of its events, in order, on a thread of its own
     */
    static WorkerProcess start(WorkerArguments arguments, Path logs, Consumer<Event> told) throws DrillException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.log.org.asterism=info",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
                "-cp",
                System.getProperty("java.class.path"),
                WorkerMain.class.getName()));
        command.addAll(arguments.words());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(logs.resolve(arguments.life() + ".log").toFile())
                    .start();
            WorkerProcess worker = new WorkerProcess(arguments.life(), process);
            Path events = logs.resolve(arguments.life() + ".events");
            Thread reader = new Thread(() -> worker.read(events, told), "drill-worker-" + arguments.life());
            reader.setDaemon(true);
            reader.start();
            return worker;
        } catch (IOException e) {
            throw new DrillException("a worker cannot be started: " + e.getMessage(), e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    String life() {
        return life;
    }

    /** Waits until it says that it is in the cluster. */
    void awaitReady(Duration limit) throws DrillException, InterruptedException {
        String answer = answer(limit);
        if (!answer.equals(WorkerMain.READY)) {
            throw new DrillException("worker " + life + " did not come into the cluster: " + answer);
        }
    }

    /** Ends its threads; whether all of them ended. */
    boolean end() throws DrillException, InterruptedException {
        try {
            Writer commands = process.outputWriter(StandardCharsets.UTF_8);
            commands.write("end\n");
            commands.flush();
        } catch (IOException e) {
            throw new DrillException("worker " + life + " has ended", e);
        }
        String answer = answer(WorkerMain.LAST.plusSeconds(20));
        if (answer.equals(GONE)) {
            throw new DrillException("worker " + life + " has ended by itself");
        }
        return answer.equals(WorkerMain.ENDED);
    }

    private String answer(Duration limit) throws DrillException, InterruptedException {
        String answer = answers.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (answer == null) {
            throw new DrillException("worker " + life + " does not answer within " + limit.toSeconds() + " s");
        }
        return answer;
    }

    private void read(Path events, Consumer<Event> told) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                Writer copy = Files.newBufferedWriter(events)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.write(line + "\n");
                if (line.equals(WorkerMain.READY) || line.equals(WorkerMain.ENDED) || line.equals(WorkerMain.HANGS)) {
                    answers.put(line);
                } else {
                    EventLine.parse(line).ifPresent(told);
                }
            }
            answers.put(GONE);
        } catch (IOException e) {
            answers.offer(GONE); // it was killed in the middle of a line
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGKILL, also if it is paused; what it told before is heard. */
    void kill() throws DrillException, InterruptedException {
        Signals.kill(handle());
    }
}
