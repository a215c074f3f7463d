package org.asterism.launcher.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.asterism.container.ContainerLayout;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.Launched;
import org.asterism.launcher.foreground.Drain;
import org.asterism.launcher.foreground.Foreground;
import org.asterism.launcher.status.Awaited;
import org.asterism.launcher.status.Expectations;
import org.asterism.launcher.status.Readiness;
import org.asterism.launcher.terminal.LogFollower;
import org.asterism.launcher.terminal.Progress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How long a part that runs in the foreground takes to come and to go. */
final class RunOptions {

    private final long begin = System.nanoTime();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "How long to wait until it is up (default: ${DEFAULT-VALUE}).")
    private int timeoutSeconds;

    @Option(
            names = "--drain",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "How long an instance serves on when it is asked to end, without new sessions (default:"
                    + " ${DEFAULT-VALUE}).")
    private int drainSeconds;

    /** The log of a part that is not started yet. */
    LogFollower follow(CommandSpec spec, ContainerLayout part) throws IOException {
        return new LogFollower(part.log(), spec.commandLine().getOut());
    }

    int stay(CommandSpec spec, Launched part, LogFollower log) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Cluster cluster = Commands.root(spec).cluster();
        Drain drain = new Drain(cluster, Commands.shell(cluster), Duration.ofSeconds(drainSeconds), out);
        List<Awaited> awaited = new Expectations(cluster).of(part);
        Progress progress =
                new Progress(out, AsterismCommand.colours(), () -> Duration.ofNanos(System.nanoTime() - begin));
        new Foreground(part, () -> drain.end(part.target()), log, out)
                .stay(() -> new Readiness(progress, Duration.ofSeconds(timeoutSeconds)).await(awaited));
        return ExitCodes.DONE;
    }
}
