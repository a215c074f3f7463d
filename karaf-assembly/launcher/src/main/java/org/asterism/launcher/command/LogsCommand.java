package org.asterism.launcher.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.asterism.container.ContainerLayout;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Target;
import org.asterism.launcher.manual.Names;
import org.asterism.launcher.terminal.LogFollower;
import org.asterism.launcher.terminal.LogTail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code asterism logs}. */
@Command(name = "logs", description = "Shows the end of a log.")
final class LogsCommand implements Callable<Integer> {

    private static final long POLL_MILLIS = 250;

    @Parameters(
            paramLabel = "NAME",
            converter = TargetConverter.class,
            completionCandidates = Names.class,
            description = "Whose log.")
    private Target target;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what is added, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "50",
            description = "How many lines (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Option(names = "--console", description = "What the process printed, instead of its log.")
    private boolean console;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path log = log(Commands.root(spec).cluster().container(target));
        if (!follow && !Files.exists(log)) {
            throw new LauncherException("there is no log of " + target.name() + " yet; it would be " + log);
        }
        LogFollower follower = new LogFollower(log, out);
        LogTail.last(log, lines).forEach(out::println);
        out.flush();
        while (follow && !out.checkError()) {
            follower.poll();
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return 0;
    }

    /** The database writes no log but to its output. */
    private Path log(ContainerLayout container) {
        return console || target instanceof Target.Database ? container.consoleLog() : container.log();
    }
}
