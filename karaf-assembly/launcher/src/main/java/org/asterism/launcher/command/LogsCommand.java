package org.asterism.launcher.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.asterism.container.ContainerLayout;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.Target;
import org.asterism.launcher.manual.Names;
import org.asterism.launcher.terminal.LogFollower;
import org.asterism.launcher.terminal.LogTail;
import org.asterism.launcher.terminal.MergedLogs;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code asterism logs}. */
@Command(name = "logs", description = "Shows the end of a log, or of all logs as one.")
final class LogsCommand implements Callable<Integer> {

    private static final long POLL_MILLIS = 250;

    @ArgGroup(multiplicity = "1")
    private Whose whose;

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

    /** One of them. */
    static final class Whose {
        @Parameters(
                paramLabel = "NAME",
                converter = TargetConverter.class,
                completionCandidates = Names.class,
                description = "Whose log.")
        private Target target;

        @Option(names = "--all", description = "Those of all parts, in the order of time.")
        private boolean all;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (whose.all) {
            showAll(out);
        } else {
            show(whose.target, out);
        }
        return 0;
    }

    private void show(Target target, PrintWriter out) throws Exception {
        Path log = log(target, Commands.root(spec).cluster());
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
    }

    private void showAll(PrintWriter out) throws Exception {
        MergedLogs logs = new MergedLogs();
        logs.begin(all(), lines).forEach(out::println);
        out.flush();
        while (follow && !out.checkError()) {
            long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
            logs.poll(all(), now).forEach(out::println);
            out.flush();
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** Of all parts that there are now; those that are embedded have the log of their instance. */
    private Map<String, Path> all() throws IOException, LauncherException {
        Cluster cluster = Commands.root(spec).cluster();
        Map<String, Path> logs = new LinkedHashMap<>();
        for (String name : cluster.names()) {
            Path log = log(Target.parse(name), cluster);
            if (!logs.containsValue(log)) {
                logs.put(name, log);
            }
        }
        return logs;
    }

    private Path log(Target target, Cluster cluster) throws LauncherException {
        return log(target, cluster.container(target));
    }

    /** The database writes no log but to its output. */
    private Path log(Target target, ContainerLayout container) {
        return console || target instanceof Target.Database ? container.consoleLog() : container.log();
    }
}
