package org.asterism.supervisor.internal.process;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.asterism.container.ProcessIdentity;

/** Signals that Java itself cannot send. */
enum Signal {
    /** A JVM tells what its threads do. */
    QUIT,
    /** A suspended process goes on. */
    CONT;

    private static final long LIMIT_SECONDS = 5;

    /** By the shell's own {@code kill}, which is there on every system. */
    void send(ProcessIdentity process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("/bin/sh", "-c", "kill -" + name() + " " + process.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = kill.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (!ended || kill.exitValue() != 0) {
            kill.destroyForcibly();
            throw new IOException("SIG" + name() + " could not be sent to process " + process.pid());
        }
    }
}
