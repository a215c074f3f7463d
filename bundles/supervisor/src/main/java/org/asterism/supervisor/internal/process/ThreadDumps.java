package org.asterism.supervisor.internal.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.asterism.container.ConsoleLog;
import org.asterism.container.ContainerLayout;
import org.asterism.container.ProcessIdentity;
import org.asterism.servernode.DiagnosticsException;
import org.asterism.servernode.ThreadDump;

/**
 * Thread dumps of a JVM by SIGQUIT, which it answers in what it prints, whatever its threads do, and with a Java runtime alone. A process
 * that was suspended is woken up for it.
 */
final class ThreadDumps {

    private static final String BEGIN = "Full thread dump ";
    private static final String END = "JNI global ref";
    private static final int MAX_SIZE = 8 * 1024 * 1024;
    private static final long POLL_MILLIS = 20;
    /** Before that it may not have a handler for the signal yet, and would end. */
    private static final Duration TOO_YOUNG = Duration.ofSeconds(2);

    private final ConsoleLog console;
    private final Dumps dumps;

    ThreadDumps(ContainerLayout layout, Dumps dumps) {
        this.console = new ConsoleLog(layout);
        this.dumps = dumps;
    }

    /** @param patience how long to wait for the whole answer */
    synchronized ThreadDump take(ProcessIdentity process, Duration patience)
            throws DiagnosticsException, InterruptedException {
        ProcessHandle handle = process.find()
                .orElseThrow(() -> new DiagnosticsException("process " + process.pid() + " is not there any more"));
        requireHandler(handle, process);
        try {
            long before = console.size();
            Signal.QUIT.send(process);
            Signal.CONT.send(process);
            String text = await(before, patience);
            Path file = dumps.threads(text, Instant.now());
            return new ThreadDump(file.toString(), text);
        } catch (IOException e) {
            throw new DiagnosticsException("what process " + process.pid() + " told is lost: " + e.getMessage(), e);
        }
    }

    private static void requireHandler(ProcessHandle handle, ProcessIdentity process) throws DiagnosticsException {
        String[] options = handle.info().arguments().orElse(new String[0]);
        for (String option : options) {
            if (option.equals("-Xrs") || option.equals("-XX:+ReduceSignalUsage")) {
                throw new DiagnosticsException("process " + process.pid() + " runs with " + option
                        + " and would end instead of telling what its threads do");
            }
        }
        if (System.currentTimeMillis() - process.startedAt() < TOO_YOUNG.toMillis()) {
            throw new DiagnosticsException(
                    "process " + process.pid() + " has just been started; try again in a moment");
        }
    }

    private String await(long before, Duration patience)
            throws IOException, DiagnosticsException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            String printed = console.since(before, MAX_SIZE);
            int begin = printed.indexOf(BEGIN);
            int end = begin < 0 ? -1 : printed.indexOf('\n', Math.max(begin, printed.indexOf(END, begin)));
            if (begin >= 0 && printed.indexOf(END, begin) >= 0 && end >= 0) {
                return printed.substring(begin, end + 1);
            }
            if (System.nanoTime() - deadline >= 0) {
                throw new DiagnosticsException("it did not tell what its threads do within " + patience.toMillis()
                        + " ms; its log/console.log may have more");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }
}
