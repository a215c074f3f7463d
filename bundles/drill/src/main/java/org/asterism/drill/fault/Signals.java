package org.asterism.drill.fault;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asterism.drill.DrillException;

/** What can be done to a process from outside. */
final class Signals {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Signals() {}

    /** SIGKILL; returns when it is gone. */
    static void kill(ProcessHandle process) throws DrillException, InterruptedException {
        process.destroyForcibly();
        try {
            process.onExit().get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new DrillException("process " + process.pid() + " does not end", e);
        }
    }

    /** SIGSTOP. */
    static void pause(ProcessHandle process) throws DrillException, InterruptedException {
        send("-STOP", process);
    }

    /** SIGCONT. */
    static void resume(ProcessHandle process) throws DrillException, InterruptedException {
        send("-CONT", process);
    }

    private static void send(String signal, ProcessHandle process) throws DrillException, InterruptedException {
        try {
            Process kill = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (!kill.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS) || kill.exitValue() != 0) {
                throw new DrillException("'kill " + signal + " " + process.pid() + "' failed");
            }
        } catch (IOException e) {
            throw new DrillException("'kill' cannot be run: " + e.getMessage(), e);
        }
    }
}
