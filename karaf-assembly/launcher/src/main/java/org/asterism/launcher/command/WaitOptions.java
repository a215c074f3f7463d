package org.asterism.launcher.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.status.Awaited;
import org.asterism.launcher.status.Readiness;
import org.asterism.launcher.terminal.Progress;
import picocli.CommandLine.Option;

/** The options that say how long to wait. */
final class WaitOptions {

    private final long begin = System.nanoTime();

    @Option(
            names = "--no-wait",
            negatable = false,
            description = "Return when the process runs; do not wait until it is up.")
    private boolean noWait;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "90",
            description = "How long to wait until it is up (default: ${DEFAULT-VALUE}).")
    private int timeoutSeconds;

    void await(PrintWriter out, List<Awaited> all) throws IOException, InterruptedException, LauncherException {
        if (noWait) {
            all.forEach(one -> progress(out)
                    .state(one.name(), "STARTING", "pid " + one.identity().pid()));
            return;
        }
        new Readiness(progress(out), Duration.ofSeconds(timeoutSeconds)).await(all);
    }

    boolean isWaiting() {
        return !noWait;
    }

    Progress progress(PrintWriter out) {
        return new Progress(out, AsterismCommand.colours(), () -> Duration.ofNanos(System.nanoTime() - begin));
    }
}
